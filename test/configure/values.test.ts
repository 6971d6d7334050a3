import { execFileSync } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { REPO, stage, TOKEN, USER } from "./command.ts";

describe("values", () => {
  test("an option goes before the environment, and that before the file", async () => {
    const { run, write, books, kept } = stage();
    const file = await write("v.json", { api_username: "nobody", api_password: 123456 });
    const args = [...REPO, "--from", file, "--api-url", books.url];
    const env = { API_URL: "http://127.0.0.1:9", ...USER };
    expect(await run(args, { env })).toMatchObject({ exitCode: 0, err: "" });
    expect(kept()).toEqual({ variables: { API_URL: books.url }, secrets: USER });
  });

  test("with nobody to ask, everything that is missing is told at once, and how to give it", async () => {
    const { run, write, kept } = stage();
    const file = await write("v.json", { api_username: "a", api_password: 123456 });
    const ran = await run(["--from", file], { env: { GH_TOKEN: "" } });

    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain("(repository-unknown)");
    expect(ran.err).toContain("--repo OWNER/NAME");
    expect(ran.err).toContain("(values-missing)");
    expect(ran.err).toContain("--api-url URL, or the environment variable API_URL");
    expect(ran.err).not.toContain("API_PASSWORD");
    expect(kept()).toEqual({ variables: {}, secrets: {} });
  });

  test.each([
    ["none.json", undefined, "does not exist"],
    ["v.txt", "API_URL=http://x", "is not JSON"],
    ["v.json", [], "is JSON, but does not hold variables"],
    ["v.json", "\ufeffA\0", "is not text in UTF-8"],
  ])("a file that is no export: %s", async (name, content, words) => {
    const { run, write } = stage();
    if (content !== undefined) await write(name, content);
    const ran = await run([...REPO, "--from", name]);
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain("(export-unreadable)");
    expect(ran.err).toContain(words);
    expect(ran.err).not.toContain("(values-missing)");
  });

  test("a file in one's own folder, by its ~", async () => {
    const { run, write, books, kept } = stage();
    await write("v.json", { ...USER, API_URL: books.url });
    expect(await run([...REPO, "--from=~/v.json"])).toMatchObject({ exitCode: 0, err: "" });
    expect(kept().secrets).toEqual(USER);
  });

  test("a number that is too long to be known is not guessed", async () => {
    const { run, write } = stage();
    const file = await write("v.json", '{"API_PASSWORD": 12345678901234567890}');
    const ran = await run([
      ...REPO,
      "--from",
      file,
      "--api-url",
      "https://x.example",
      "--username",
      "u",
    ]);
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining("(values-inexact)") });
  });

  test("the repository comes from git, and the token from gh", async () => {
    const { run, books, folder, kept } = stage();
    const git = (...args: string[]) => execFileSync("git", args, { cwd: folder });
    git("init", "-q");
    git("remote", "add", "origin", "git@github.com:bookshop/pipelines.git");
    const gh = join(folder, "gh");
    const script = `#!/bin/sh\n[ "$*" = "auth token --hostname github.com" ] && echo ${TOKEN}\n`;
    await writeFile(gh, script);
    await chmod(gh, 0o755);
    const PATH = `${folder}:${process.env["PATH"]}`;
    const ran = await run([], { env: { ...USER, API_URL: books.url, GH_TOKEN: "", PATH } });
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toContain("Repository bookshop/pipelines (private) (from git");
    expect(kept().variables).toEqual({ API_URL: books.url });
  });

  test("no token: the page that makes one, filled in", async () => {
    const { run } = stage();
    const ran = await run([...REPO, "--dry-run"], { env: { GH_TOKEN: "" } });
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain("(token-missing)");
    expect(ran.err).toMatch(
      /https:\/\/github\.com\/settings\/personal-access-tokens\/new\?\S*secrets=write/,
    );
    expect(ran.err).toContain("with Variables: write, Secrets: write.");
  });

  test("a token that was copied with a line break in it", async () => {
    const { run, github } = stage();
    const ran = await run([...REPO, "--check"], { env: { GH_TOKEN: "github_pat_1\n1A" } });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining("(token-unusable)") });
    expect(ran.err).not.toContain("github_pat");
    expect(github.calls()).toEqual([]);
  });
});
