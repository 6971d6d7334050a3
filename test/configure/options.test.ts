import { expect, test } from "@jest/globals";
import { readOptions } from "../../src/configure/options.ts";

function read(line: string, env: Record<string, string> = {}) {
  return readOptions(line === "" ? [] : line.split(" "), env);
}

test("nothing given: everything is tried and set, and nothing that was not asked for", () => {
  expect(read("")).toEqual({
    kind: "options",
    options: {
      repo: undefined,
      environment: undefined,
      from: undefined,
      apiUrl: undefined,
      username: undefined,
      usernameAsVariable: false,
      workflow: undefined,
      task: "set",
      probes: true,
      registers: false,
      allowsPlainHttp: false,
      startsPreflight: false,
      language: "en",
    },
  });
});

test("a user name in somebody's .npmrc is none of ours", () => {
  expect(read("", { npm_config_username: "ana" })).toMatchObject({ kind: "options" });
});

test.each([
  ["--repo acme/books", { repo: "acme/books" }],
  ["--environment=staging --from v.json", { environment: "staging", from: "v.json" }],
  ["--environment=", { environment: undefined }],
  ["--dry-run --no-probe", { task: "dry-run", probes: false }],
  ["--check", { task: "check" }],
  ["--register --allow-plain-http", { registers: true, allowsPlainHttp: true }],
  ["--preflight --workflow .", { startsPreflight: true, workflow: "." }],
  ["--username-as-variable", { usernameAsVariable: true }],
  ["--language PT-br", { language: "pt-BR" }],
])("%s", (line, options) => {
  expect(read(line)).toMatchObject({ kind: "options", options });
});

test.each([
  [{ LANG: "pt_BR.UTF-8" }, "pt-BR"],
  [{ LANG: "pt" }, "pt-BR"],
  [{ LANG: "pt_PT.UTF-8" }, "pt-BR"],
  [{ LANG: "C.UTF-8" }, "en"],
  [{ LANG: "ptx" }, "en"],
  [{ LC_ALL: "en_GB.UTF-8", LANG: "pt_BR.UTF-8" }, "en"],
  [{ LC_ALL: "", LC_MESSAGES: "pt_BR", LANG: "en_US" }, "pt-BR"],
])("the language by %o", (env, language) => {
  expect(read("", env)).toMatchObject({ options: { language } });
});

test.each([
  ["--password secret", {}, { kind: "unknown-option", option: "--password" }],
  ["-r acme/books", {}, { kind: "unknown-option", option: "-r" }],
  ["acme/books", {}, { kind: "unreadable", words: expect.stringContaining("acme/books") }],
  ["--repo", {}, { kind: "unreadable", words: expect.stringContaining("--repo") }],
  ["--language fr", {}, { kind: "unknown-language", value: "fr" }],
  ["--check --dry-run", {}, { kind: "both", options: ["--check", "--dry-run"] }],
  ["--check --register", {}, { kind: "both", options: ["--check", "--register"] }],
  ["--preflight --check", {}, { kind: "both", options: ["--check", "--preflight"] }],
  ["acme/books", { npm_config_repo: "true" }, { kind: "kept-by-npm", option: "repo" }],
  ["", { npm_config_dry_run: "true" }, { kind: "kept-by-npm", option: "dry-run" }],
  ["", { npm_config_probe: "" }, { kind: "kept-by-npm", option: "no-probe" }],
  ["", { npm_config_register: "true" }, { kind: "kept-by-npm", option: "register" }],
])("bad use: %s with %o", (line, env, problem) => {
  expect(read(line, env)).toMatchObject({ kind: "bad-use", problem });
});
