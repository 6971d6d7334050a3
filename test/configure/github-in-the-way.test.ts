import { describe, expect, test } from "@jest/globals";
import { ALL, REPO, stage, TOKEN, USER } from "./command.ts";

describe("GitHub in the way", () => {
  test("half way: what is done, what is not, and which permission is missing", async () => {
    const { run, books, github, kept } = stage();
    github.grant(TOKEN, { ...ALL, actions_variables: "read" }, "librarian");
    const ran = await run(REPO, { env: { ...USER, API_URL: books.url } });
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain("Done: API_USERNAME, API_PASSWORD\nNot done: API_URL\n");
    expect(ran.err).toContain("(github-not-permitted)");
    expect(ran.err).toContain("Variables: write");
    expect(kept()).toEqual({ variables: {}, secrets: USER });
  });

  test("the token of a workflow can never do it", async () => {
    const { run, books, github } = stage();
    github.grant(TOKEN, {});
    const env = { ...USER, API_URL: books.url, GH_TOKEN: "", GITHUB_TOKEN: TOKEN };
    const ran = await run(REPO, { env });
    expect(ran.err).toContain(
      "The token is not a person's: the GITHUB_TOKEN of a workflow can never",
    );
  });
});
