import { expect, test } from "@jest/globals";
import { callsTo, runAgainst, sandboxOf } from "./story.ts";

test("settings that are wrong are named all at once, before any request", async () => {
  const sandbox = await sandboxOf();

  const run = await runAgainst(sandbox.url, {
    username: "",
    "max-drop": "much",
    "scrape-timeout": "soon",
    tasks: "deploy",
  });

  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "settings-invalid" });
  for (const input of ["username", "max-drop", "scrape-timeout", "tasks"]) {
    expect(run.summary).toContain(`\`${input}\``);
  }
  expect(callsTo(sandbox)).toEqual([]);
});
