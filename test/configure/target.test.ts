import { expect, test } from "@jest/globals";
import { apiUrlOf, isSameRepository, readOrigin, readTarget } from "../../src/configure/target.ts";

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
  ["../..", undefined],
  ["acme/.", undefined],
  ["acme/.github", { ...BOOKS, name: ".github" }],
])("--repo %s", (repo, target) => {
  expect(readTarget(repo)).toEqual(target);
});

test.each([
  [BOOKS, undefined, "https://api.github.com"],
  [SERVER, undefined, "https://git.acme.example/api/v3"],
  [{ ...BOOKS, host: "acme.ghe.com" }, undefined, "https://api.acme.ghe.com"],
  [SERVER, "https://git.acme.example/api/v3/", "https://git.acme.example/api/v3"],
  [BOOKS, "http://127.0.0.1:8080", "http://127.0.0.1:8080"],
  [BOOKS, " http://127.0.0.1:8080/ ", "http://127.0.0.1:8080"],
  [BOOKS, "http://api.example.com", undefined],
  [BOOKS, "api.github.com", undefined],
])("%o answers, with GITHUB_API_URL %s, at %s", (target, override, apiUrl) => {
  expect(apiUrlOf(target, override)).toBe(apiUrl);
});

test("names of repositories are the same in any case", () => {
  expect(isSameRepository(BOOKS, { ...BOOKS, owner: "ACME" })).toBe(true);
  expect(isSameRepository(BOOKS, { ...BOOKS, name: "book" })).toBe(false);
  expect(isSameRepository(BOOKS, SERVER)).toBe(false);
});
