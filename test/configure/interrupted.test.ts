import { expect, test } from "@jest/globals";
import { inFrontOf } from "./between.ts";
import { REPO, stage, USER } from "./command.ts";

test("Ctrl+C while it sets: what is done, what may be, and what is not", async () => {
  const { run, github, books, kept } = stage();
  let interrupt = () => {};
  const url = await inFrontOf(github, () => interrupt());
  const env = { ...USER, API_URL: books.url, GITHUB_API_URL: url };
  const ran = await run(REPO, {
    env,
    started: (child) => {
      interrupt = () => child.kill("SIGINT");
    },
  });
  expect(ran.exitCode).toBe(130);
  expect(ran.err).toMatch(
    /^Done: API_USERNAME\nPerhaps done,[^:]*: API_PASSWORD\nNot done: API_URL\n/,
  );
  expect(ran.err).toContain("Not everything is set on GitHub: see above.");
  expect(ran.err).not.toContain("(github-no-answer)");
  expect(kept()).toEqual({
    variables: {},
    secrets: { API_USERNAME: USER.API_USERNAME },
  });
});
