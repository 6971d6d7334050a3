import { expect, test } from "@jest/globals";
import { githubOf, TOKEN } from "../sandbox/github/client.ts";
import { nextDay } from "./next-day.ts";
import { callsTo, everythingSaid, sandboxOf } from "./story.ts";

test("the day after half a scrape, as few are as wrong as the day before", async () => {
  const [github, sandbox] = await Promise.all([githubOf(), sandboxOf()]);
  const goodDay = await nextDay(github, sandbox.url);
  expect(goodDay.outputs["result"]).toBe("succeeded");
  sandbox.setFaults(["half-shop"]);
  await nextDay(github, sandbox.url);
  const run = await nextDay(github, sandbox.url);

  expect(run.outputs).toMatchObject({
    result: "failed",
    "failed-task": "gate",
    "failure-code": "data-dropped",
    records: "8",
    "records-before": "20",
  });
  expect(callsTo(sandbox).filter((call) => call.includes("training-data"))).toHaveLength(1);
  expect(everythingSaid(run)).not.toContain(TOKEN);
});

test("without permissions no result changes, and one line says what to add", async () => {
  const [github, sandbox] = await Promise.all([githubOf({}), sandboxOf()]);
  const run = await nextDay(github, sandbox.url);

  expect(run.exitCode).toBe(0);
  expect(run.summary).toContain("add `actions: read` and `checks: read`");
});
