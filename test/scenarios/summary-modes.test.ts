import { expect, test } from "@jest/globals";
import { runAgainst, sandboxOf } from "./story.ts";

const UNWRITABLE = { env: { GITHUB_STEP_SUMMARY: "/dev/full" } };
const COMPLAINT = "The summary could not be written";

test("summary: none writes nothing, even of a failure", async () => {
  const sandbox = await sandboxOf({ faults: ["empty-shop"] });
  const summary = "none";

  const run = await runAgainst(sandbox.url, { summary });
  const unwritable = await runAgainst(sandbox.url, { summary }, UNWRITABLE);

  expect(run).toMatchObject({ exitCode: 1, summary: "", outputs: { result: "failed" } });
  expect(run.annotations.at(-1)?.title).toBe("Orquestra: failed");
  expect(unwritable.log.join("\n")).not.toContain(COMPLAINT);
});

test("a failure is told in full on-failure, and in words alone in short", async () => {
  const sandbox = await sandboxOf({ faults: ["empty-shop"] });

  const onFailure = await runAgainst(sandbox.url, { summary: "on-failure" });
  const short = await runAgainst(sandbox.url, { summary: "short" });

  expect(onFailure.summary).toMatch(
    /^## ❌ The scrape collected nothing\n[^]*```mermaid[^]*<details>/,
  );
  expect(short.summary).toMatch(/^## ❌ The scrape collected nothing\n[^]*\| OK\? \| Task \|/);
  expect(short.summary).not.toMatch(/```mermaid|<details>/);
});

test("wrong settings are told, whatever they say of the summary", async () => {
  const run = await runAgainst("not an address", { summary: "none" });

  expect(run.outputs["failure-code"]).toBe("settings-invalid");
  expect(run.summary).toMatch(/^## ❌ /);
});
