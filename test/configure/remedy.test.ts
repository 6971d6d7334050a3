import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../../src/configure/finding.ts";
import { ghLine, remedyOf } from "../../src/configure/remedy.ts";
import type { Level } from "../../src/configure/review.ts";
import type { Repository } from "../../src/github/repository.ts";
import { createDoor } from "../../src/text/plain.ts";

const door = createDoor((text) => text);
const REPOSITORY: Repository = {
  fullName: "acme/books",
  pageUrl: "https://github.com/acme/books",
  isPublic: false,
  isArchived: false,
  hasIssues: true,
  pushedAt: undefined,
  isOfOrganization: true,
  defaultBranch: "main",
};

function level(where: Level["where"], ...names: readonly string[]): Level {
  const secrets = new Map(names.map((name) => [name, new Date(0)] as const));
  return { where, kept: { variables: new Map(names.map((name) => [name, "x"])), secrets } };
}

function lineFor(finding: Finding, levels: readonly Level[] = [], environment?: string) {
  const change = remedyOf(finding);
  return change && ghLine(change, levels, { repository: REPOSITORY, environment });
}

test.each<[Finding, string]>([
  [{ kind: "unread", name: "ORQUESTRA_X" }, "gh variable delete ORQUESTRA_X"],
  [{ kind: "paused" }, "gh variable delete ORQUESTRA_PAUSED"],
  [{ kind: "needless-plain-http" }, "gh variable delete ORQUESTRA_ALLOW_PLAIN_HTTP"],
  [{ kind: "password-as-variable" }, "gh variable delete API_PASSWORD"],
  [{ kind: "address-as-secret" }, "gh secret delete API_URL"],
  [
    { kind: "missing", name: "ORQUESTRA_ALLOW_PLAIN_HTTP" },
    "gh variable set ORQUESTRA_ALLOW_PLAIN_HTTP --body true",
  ],
  [
    {
      kind: "setting-refused",
      problem: {
        input: "scrape-timeout",
        kind: "malformed",
        value: door("6"),
        expected: "duration",
      },
    },
    "gh variable set ORQUESTRA_SCRAPE_TIMEOUT --body …",
  ],
])("%j: %s", (finding, command) => {
  expect(lineFor(finding)).toBe(`${command} --repo acme/books`);
});

test.each<Finding>([
  { kind: "missing", name: "API_PASSWORD" },
  { kind: "address-doubled" },
  { kind: "workflow-unreadable" },
])("no line mends %j", (finding) => {
  expect(lineFor(finding)).toBeUndefined();
});

describe("names the place that holds it", () => {
  const paused: Finding = { kind: "paused" };

  test.each([
    [["organization"], "--org acme"],
    [["repository", "organization"], "--repo acme/books"],
    [["environment", "repository"], "--repo acme/books --env 'eu'\\''s staging'"],
    [[], "--repo acme/books --env 'eu'\\''s staging'"],
  ] as const)("%j: %s", (places, holder) => {
    const levels = [level("environment"), ...places.map((one) => level(one, "ORQUESTRA_PAUSED"))];
    expect(lineFor(paused, levels, "eu's staging")).toBe(
      `gh variable delete ORQUESTRA_PAUSED ${holder}`,
    );
  });

  test("on another host than github.com", () => {
    const repository = { ...REPOSITORY, pageUrl: "https://git.acme.example/acme/books" };
    const change = { of: "variable", name: "X", to: undefined } as const;
    expect(ghLine(change, [], { repository, environment: "eu" })).toBe(
      "gh variable delete X --repo git.acme.example/acme/books --env eu",
    );
  });
});
