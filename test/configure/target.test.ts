import { describe, expect, test } from "@jest/globals";
import {
  apiUrlOf,
  readOrigin,
  readTarget,
  tokenPage,
  tokenVariables,
} from "../../src/configure/target.ts";

const BOOKS = { host: "github.com", owner: "acme", name: "books" };
const SERVER = { ...BOOKS, host: "git.acme.example" };

test.each([
  ["https://github.com/acme/books.git", BOOKS],
  ["https://github.com/acme/books", BOOKS],
  ["https://github.com/acme/books/", BOOKS],
  ["https://librarian:token@github.com/acme/books.git", BOOKS],
  ["git@github.com:acme/books.git", BOOKS],
  ["github.com:acme/books", BOOKS],
  ["ssh://git@github.com/acme/books.git", BOOKS],
  ["ssh://git@ssh.github.com:443/acme/books.git", BOOKS],
  ["git://GitHub.com/acme/books.git", BOOKS],
  ["https://git.acme.example/acme/books.git", SERVER],
  ["ssh://git@git.acme.example:2222/acme/books.git", SERVER],
  ["git@git.acme.example:acme/books.git", SERVER],
  ["git@github.com:acme/my.books_2.git", { ...BOOKS, name: "my.books_2" }],
])("git's origin %s", (origin, target) => {
  expect(readOrigin(origin)).toEqual(target);
});

test.each([
  "",
  "/srv/git/books.git",
  "../books",
  "acme/books",
  "file:///srv/git/acme/books.git",
  "https://gitlab.example/group/part/books.git",
  "https://github.com/acme",
  "git@github.com:acme/bo oks",
])("no repository of GitHub's: %s", (origin) => {
  expect(readOrigin(origin)).toBeUndefined();
});

test.each([
  ["acme/books", BOOKS],
  ["git.acme.example/acme/books", SERVER],
  ["https://github.com/acme/books", BOOKS],
  ["acme", undefined],
  ["acme/books/issues/1", undefined],
  ["acme/bo%2foks", undefined],
])("--repo %s", (repo, target) => {
  expect(readTarget(repo)).toEqual(target);
});

test.each([
  [BOOKS, undefined, "https://api.github.com"],
  [SERVER, undefined, "https://git.acme.example/api/v3"],
  [{ ...BOOKS, host: "acme.ghe.com" }, undefined, "https://api.acme.ghe.com"],
  [SERVER, "https://git.acme.example/api/v3/", "https://git.acme.example/api/v3"],
  [BOOKS, "http://127.0.0.1:8080", "http://127.0.0.1:8080"],
  [BOOKS, "http://api.example.com", undefined],
  [BOOKS, "api.github.com", undefined],
])("%o answers, with GITHUB_API_URL %s, at %s", (target, override, apiUrl) => {
  expect(apiUrlOf(target, override)).toBe(apiUrl);
});

describe("a token for github.com", () => {
  const PUBLIC = ["GH_TOKEN", "GITHUB_TOKEN"];

  test("goes to github.com, and to a host that somebody named", () => {
    expect(tokenVariables(BOOKS, undefined)).toEqual(PUBLIC);
    expect(tokenVariables(SERVER, "https://git.acme.example/api/v3")).toEqual(PUBLIC);
  });

  test("does not go to whatever a working copy has as its origin", () => {
    expect(tokenVariables(SERVER, undefined)).not.toEqual(expect.arrayContaining(PUBLIC));
  });

  test("is made on a page with no more than what is needed", () => {
    const query = (environment?: string) =>
      Object.fromEntries(new URL(tokenPage(BOOKS, environment)).searchParams);
    const least = { target_name: "acme", secrets: "write", actions_variables: "write" };
    const base = { name: "Orquestra", expires_in: "7" };
    expect(query()).toEqual({ ...base, ...least });
    expect(query("staging")).toEqual({ ...base, ...least, environments: "write" });
  });
});
