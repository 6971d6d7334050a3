import { describe, expect, test } from "@jest/globals";
import { REPO, stage, USER } from "../configure/command.ts";

describe("values", () => {
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
