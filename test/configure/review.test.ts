import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { isFatal } from "../../src/configure/finding.ts";
import { review, variablesRead, type Level } from "../../src/configure/review.ts";
import { createDoor } from "../../src/text/plain.ts";

type Values = Readonly<Record<string, string>>;

const READ = new Set(variablesRead(readFileSync("examples/pipeline.yml", "utf8")));
const door = createDoor((text) => text);
const URL = "https://books.example";
const SECRETS: Values = { API_USERNAME: "", API_PASSWORD: "" };

function level(where: Level["where"], variables: Values, secrets: Values): Level {
  const dates = Object.keys(secrets).map((name) => [name, new Date(0)] as const);
  return {
    where,
    kept: { variables: new Map(Object.entries(variables)), secrets: new Map(dates) },
  };
}

function findings(variables: Values, secrets: Values = SECRETS) {
  return review([level("repository", variables, secrets)], READ, door).findings;
}

test("all that a run needs", () => {
  const levels = [level("repository", { API_URL: URL }, SECRETS)];
  const { found, findings: none } = review(levels, READ, door);
  expect(found).toEqual({
    API_URL: "repository",
    API_USERNAME: "repository",
    API_PASSWORD: "repository",
  });
  expect(none).toEqual([]);
});

test("an environment goes before its repository, and that before the organisation", () => {
  const levels = [
    level("environment", { API_URL: URL }, {}),
    level("repository", { API_URL: "http://public.example" }, { API_USERNAME: "" }),
    level("organization", {}, SECRETS),
  ];
  expect(review(levels, READ, door)).toEqual({
    found: { API_URL: "environment", API_USERNAME: "repository", API_PASSWORD: "organization" },
    findings: [],
  });
});

test("a user name may be a variable", () => {
  expect(findings({ API_URL: URL, API_USERNAME: "books" }, { API_PASSWORD: "" })).toEqual([]);
});

describe("what a run could not work with", () => {
  const refused = (kind: string) => ({
    kind: "address-refused",
    problem: expect.objectContaining({ kind }),
  });

  const setting = (input: string, kind: string) => ({
    kind: "setting-refused",
    problem: expect.objectContaining({ input, kind }),
  });

  test.each<[string, Values, Values, readonly object[]]>([
    [
      "nothing at all",
      {},
      {},
      ["API_URL", "API_USERNAME", "API_PASSWORD"].map((name) => ({ kind: "missing", name })),
    ],
    ["no scheme", { API_URL: "books.example" }, SECRETS, [refused("malformed")]],
    [
      "a password in the address",
      { API_URL: "https://bot:sesame@books.example" },
      SECRETS,
      [refused("url-with-credentials")],
    ],
    ["a question mark", { API_URL: `${URL}?x=1` }, SECRETS, [refused("url-with-query")]],
    [
      "what every path begins with",
      { API_URL: `${URL}/shop/api/v1/` },
      SECRETS,
      [{ kind: "address-doubled" }],
    ],
    [
      "settings that a run refuses",
      { API_URL: URL, ORQUESTRA_SCRAPE_TIMEOUT: "600", ORQUESTRA_JOB_MINUTES: "soon" },
      SECRETS,
      [setting("scrape-timeout", "malformed"), setting("job-minutes", "malformed")],
    ],
    [
      "a setting that needs another one",
      { API_URL: URL, ORQUESTRA_ALERT_AFTER: "5", ORQUESTRA_HISTORY: "3" },
      SECRETS,
      [setting("alert-after", "needs-at-least")],
    ],
    [
      "plain HTTP to a public host",
      { API_URL: "http://203.0.113.9" },
      SECRETS,
      [{ kind: "missing", name: "ORQUESTRA_ALLOW_PLAIN_HTTP" }],
    ],
  ])("%s", (_, variables, secrets, expected) => {
    const found = findings(variables, secrets);
    expect(found).toEqual(expected);
    expect(found.every(isFatal)).toBe(true);
  });
});

describe("what is too much", () => {
  test.each<[string, Values, Values, object]>([
    ["the address as a secret, too", {}, { API_URL: "" }, { kind: "address-as-secret" }],
    ["the password in clear", { API_PASSWORD: "x" }, {}, { kind: "password-as-variable" }],
    ["two user names", { API_USERNAME: "x" }, {}, { kind: "username-twice" }],
    ["a slip", { ORQUESTRA_PAUSE: "1" }, {}, { kind: "unread", name: "ORQUESTRA_PAUSE" }],
    [
      "leave that nobody needs",
      { ORQUESTRA_ALLOW_PLAIN_HTTP: "true" },
      {},
      { kind: "needless-plain-http" },
    ],
    [
      "leave for an address that is plain HTTP, but private",
      { ORQUESTRA_ALLOW_PLAIN_HTTP: "true", API_URL: "http://10.0.0.5:5000" },
      {},
      { kind: "needless-plain-http" },
    ],
    [
      "the name that Docker gives a machine",
      { API_URL: "http://host.docker.internal:5000" },
      {},
      { kind: "address-of-docker" },
    ],
    ["a pause", { ORQUESTRA_PAUSED: "until Monday" }, {}, { kind: "paused" }],
  ])("%s", (_, variables, secrets, expected) => {
    const found = findings({ API_URL: URL, ...variables }, { ...SECRETS, ...secrets });
    expect(found).toEqual([expected]);
    expect(found.some(isFatal)).toBe(false);
  });

  test("an address under a prefix is right where the paths begin with something else", () => {
    const variables = { API_URL: `${URL}/api/v1`, ORQUESTRA_LOGIN_PATH: "/auth/login" };
    expect(findings(variables)).toEqual([]);
  });

  test("not the variables of somebody else, nor a pause that is off", () => {
    const others = { NODE_VERSION: "24", ORQUESTRA_PAUSED: "false" };
    expect(findings({ API_URL: "http://10.0.0.5:5000", ...others })).toEqual([]);
  });
});

test("which variables a workflow reads", () => {
  const text = "env: ${{ vars.API_URL == '' && secrets.X || vars.ORQUESTRA_PAUSED }} # myvars.NO";
  expect(variablesRead(text)).toEqual(["API_URL", "ORQUESTRA_PAUSED"]);
});
