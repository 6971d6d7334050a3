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
});
