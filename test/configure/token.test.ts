import { describe, expect, test } from "@jest/globals";
import type { Options } from "../../src/configure/options.ts";
import { isToken, tokenAdvice, tokenVariables } from "../../src/configure/token.ts";

const BOOKS = { host: "github.com", owner: "acme", name: "books" };
const SERVER = { ...BOOKS, host: "git.acme.example" };

describe("a token for github.com", () => {
  const PUBLIC = ["GH_TOKEN", "GITHUB_TOKEN"];

  test("goes to github.com, and to a host that somebody named", () => {
    expect(tokenVariables(BOOKS, undefined)).toEqual(PUBLIC);
    expect(tokenVariables(SERVER, "https://git.acme.example/api/v3")).toEqual(PUBLIC);
  });

  test("does not go to whatever a working copy has as its origin", () => {
    expect(tokenVariables(SERVER, undefined)).not.toEqual(expect.arrayContaining(PUBLIC));
  });
});

test.each<[string, Partial<Options>, Readonly<Record<string, string>>]>([
  ["to set values", {}, { actions_variables: "write", secrets: "write" }],
  [
    "in an environment",
    { environment: "staging" },
    { actions_variables: "write", secrets: "write", environments: "write" },
  ],
  [
    "with preflight",
    { startsPreflight: true },
    { actions_variables: "write", secrets: "write", actions: "write" },
  ],
  ["to check", { task: "check" }, { actions_variables: "read", secrets: "read", contents: "read" }],
])("a new token may do what is needed %s, and no more", (_, asked, needed) => {
  const advice = tokenAdvice(BOOKS, {
    task: "set",
    environment: undefined,
    startsPreflight: false,
    ...asked,
  });
  const { name, target_name, expires_in, ...permissions } = Object.fromEntries(
    new URL(advice.page).searchParams,
  );
  expect({ name, target_name, expires_in }).toEqual({
    name: "Orquestra",
    target_name: "acme",
    expires_in: "7",
  });
  expect(permissions).toEqual(needed);
  expect(advice.permissions).toEqual(
    Object.entries(needed).map(([scope, level]) => `${scope}=${level}`),
  );
});

test.each([
  ["github_pat_11A_x", true],
  ["", false],
  ["two\nlines", false],
  ["töken", false],
  ["a b", false],
])("%j can be a token: %p", (text, expected) => {
  expect(isToken(text)).toBe(expected);
});
