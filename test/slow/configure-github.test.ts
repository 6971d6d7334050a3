import { describe, expect, test } from "@jest/globals";
import { ALL, REPO, stage, TOKEN, USER } from "../configure/command.ts";

describe("GitHub in the way", () => {
  test("whoever may not even read is told what writing takes", async () => {
    const { run, books, github } = stage();
    github.grant(TOKEN, {}, "librarian");
    const ran = await run([...REPO, "--environment", "x"], {
      env: { ...USER, API_URL: books.url },
    });
    expect(ran.err).toContain("Environments: write");
  });

  test("a new environment takes one more permission, or a hand", async () => {
    const { run, books, github } = stage();
    const { administration: _, ...others } = ALL;
    github.grant(TOKEN, others, "librarian");
    const ran = await run([...REPO, "--environment", "x"], {
      env: { ...USER, API_URL: books.url },
    });
    expect(ran.err).toContain("Administration: write");
    expect(ran.err).toContain("Settings → Environments");
  });

  test.each([
    ["wrong token", { GH_TOKEN: "ghp_wrong" }, REPO, "github-token-rejected"],
    ["another repository", {}, ["--repo", "acme/none"], "github-not-found"],
    [
      "an address in clear",
      { GITHUB_API_URL: "http://api.example.com" },
      REPO,
      "github-url-invalid",
    ],
    ["nobody there", { GITHUB_API_URL: "https://127.0.0.1:1" }, REPO, "github-no-answer"],
  ])("%s", async (_, env, repo, code) => {
    const ran = await stage().run([...repo, "--check"], { env });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining(`(${code})`) });
    expect(ran.err).toContain("What to do:");
    expect(ran.err).not.toContain("ghp_wrong");
  });

  test.each([
    ["primary-limit", "Wait for 1 h", "github-rate-limited"],
    ["secondary-limit", "Wait for 1 min", "github-rate-limited"],
    ["html-502", "githubstatus.com", "github-failed"],
    ["html-answer", "captive portal", "github-malformed"],
    ["cut-answer", "internet", "github-no-answer"],
  ] as const)("%s", async (trouble, words, code) => {
    const { run, github } = stage();
    // Its clock is the person's, by which it tells when the limit ends.
    github.store.moveTo(Date.now());
    github.setTroubles([trouble]);
    const ran = await run([...REPO, "--check"]);
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining(`(${code})`) });
    expect(ran.err.replaceAll("\u00a0", " ")).toContain(words);
  });

  test("a value that GitHub does not take", async () => {
    const { run } = stage();
    const API_URL = `https://books.invalid/${"x".repeat(50_000)}`;
    const ran = await run([...REPO, "--no-probe"], { env: { ...USER, API_URL } });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining("(github-invalid)") });
    expect(ran.err).toContain("Not done: API_URL");
    expect(ran.err).toContain("GitHub takes 48 KB");
  });

  test("an archived repository", async () => {
    const { run, books, github } = stage();
    github.store.change({ isArchived: true });
    const ran = await run(REPO, { env: { ...USER, API_URL: books.url } });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining("(archived)") });
  });
});
