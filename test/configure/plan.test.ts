import { describe, expect, test } from "@jest/globals";
import { keptAfter, planOf, type Kept, type Wishes } from "../../src/configure/plan.ts";
import { isCommonWord } from "../../src/configure/show-plan.ts";
import type { Values } from "../../src/configure/values.ts";

const given = (value: string) => ({ value, source: "option" }) as const;
const VALUES: Values = {
  API_URL: given("https://books.example"),
  API_USERNAME: given("admin"),
  API_PASSWORD: given("open sesame"),
};
const WISHES: Wishes = {
  allowsPlainHttp: false,
  usernameAsVariable: false,
  environment: undefined,
};
const NONE: Kept = { variables: new Map(), secrets: new Map() };

function plan(wishes: Partial<Wishes> = {}, kept: Kept | undefined = NONE): readonly string[] {
  return planOf(VALUES, { ...WISHES, ...wishes }, kept).map(({ kind, name }) => `${kind} ${name}`);
}

const USUAL = ["secret API_USERNAME", "secret API_PASSWORD", "variable API_URL"];
const IN_CLEAR = ["variable API_USERNAME", "secret API_PASSWORD", "variable API_URL"];

test("the address comes last", () => {
  expect(plan()).toEqual(USUAL);
  expect(plan({ allowsPlainHttp: true }).slice(-2)).toEqual([
    "variable ORQUESTRA_ALLOW_PLAIN_HTTP",
    "variable API_URL",
  ]);
});

describe("the user name is a variable", () => {
  const variables = new Map([["API_USERNAME", "admin"]]);
  const secrets = new Map([["API_USERNAME", new Date(0)]]);

  test.each<[string, Partial<Wishes>, Kept, readonly string[]]>([
    ["if wanted", { usernameAsVariable: true }, NONE, IN_CLEAR],
    ["and stays one", {}, { ...NONE, variables }, IN_CLEAR],
    ["but not beside a secret, which counts", {}, { variables, secrets }, USUAL],
  ])("%s", (_, wishes, kept, expected) => {
    expect(plan(wishes, kept)).toEqual(expected);
  });
});

test("what is there afterwards", () => {
  const before: Kept = {
    variables: new Map([
      ["API_URL", "http://10.0.0.5:5000"],
      ["ORQUESTRA_RETRIES", "5"],
    ]),
    secrets: new Map(),
  };
  const after = keptAfter(planOf(VALUES, WISHES, before), before);
  expect(Object.fromEntries(after.variables)).toEqual({
    API_URL: "https://books.example",
    ORQUESTRA_RETRIES: "5",
  });
  expect([...after.secrets.keys()]).toEqual(["API_USERNAME", "API_PASSWORD"]);
});

test.each([
  ["admin", true],
  ["usuário", true],
  ["books-bot", false],
  ["etl2", false],
  ["bibliotecaria", false],
])("%s is a common word: %s", (username, expected) => {
  expect(isCommonWord(username)).toBe(expected);
});
