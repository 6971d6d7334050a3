import { expect, test } from "@jest/globals";
import { runAgainst, sandboxOf } from "../scenarios/story.ts";

const UNWRITABLE = { env: { GITHUB_STEP_SUMMARY: "/dev/full" } };
const COMPLAINT = "The summary could not be written";

test.each(["none", "on-failure"])("summary: %s writes nothing of a good day", async (summary) => {
  const sandbox = await sandboxOf();

  const run = await runAgainst(sandbox.url, { summary });
  const unwritable = await runAgainst(sandbox.url, { summary }, UNWRITABLE);

  expect(run).toMatchObject({ exitCode: 0, summary: "" });
  expect(run.outputs["result"]).toBe("succeeded");
  expect(run.annotations.at(-1)?.title).toBe("Orquestra: succeeded");
  expect(unwritable.log.join("\n")).not.toContain(COMPLAINT);
});
