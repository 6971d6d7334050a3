import { afterAll, afterEach, beforeAll } from "@jest/globals";
import { startGitHub, type GitHub } from "../../sandbox/github/github.ts";

/** Octokit reads the address of GitHub once, when it is loaded: one GitHub for all tests of a file. */
export let github: GitHub;

beforeAll(async () => {
  github = await startGitHub();
  process.env["GITHUB_API_URL"] = github.url;
});
afterEach(() => {
  github.setTroubles([]);
  github.store.change({ visibility: "private" });
});
afterAll(async () => {
  delete process.env["GITHUB_API_URL"];
  await github.close();
});
