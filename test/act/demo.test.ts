import { lstat } from "node:fs/promises";
import { beforeAll, expect, test } from "@jest/globals";
import { ACT_TIMEOUT_MS, runWorkflow } from "./act.ts";

// act copies a link as a link, and the demo's `npm ci` would then empty what it leads to.
beforeAll(async () => {
  const modules = await lstat("node_modules");
  if (modules.isSymbolicLink())
    throw new Error("node_modules must be a folder of this clone's own");
});

test(
  "the demo shows a good day, and leaves nothing running",
  async () => {
    const run = await runWorkflow("demo.yml", { inputs: { fault: "none", language: "en" } });

    expect(run.steps).toEqual([
      "Check out the action and the sandbox: success",
      "Install the sandbox: success",
      "Start the sandbox: success",
      "Let it collect the books of the day before: success",
      "Scrape and train: success",
      "Stop the sandbox: success",
    ]);
    expect(run).toMatchObject({ exitCode: 0, jobs: ["success"] });
    expect(run.outputs).toMatchObject({ result: "succeeded", records: "200" });
    expect(run.summary).toMatch(/^## ✅ .*200 books/);
    expect(run.outputs["pid"]).toMatch(/^\d+$/);
    expect(isRunning(Number(run.outputs["pid"]))).toBe(false);
  },
  ACT_TIMEOUT_MS,
);

test(
  "the demo shows a bad day, and leaves nothing running",
  async () => {
    const run = await runWorkflow("demo.yml", {
      inputs: { fault: "half-shop", language: "pt-BR" },
    });

    expect(run.steps).toContain("Scrape and train: failure");
    expect(run.steps).toContain("Stop the sandbox: success");
    expect(run).toMatchObject({ exitCode: 1, jobs: ["failure"] });
    expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "data-dropped" });
    expect(run.summary).toMatch(/^## ❌/);
    expect(run.outputs["pid"]).toMatch(/^\d+$/);
    expect(isRunning(Number(run.outputs["pid"]))).toBe(false);
  },
  ACT_TIMEOUT_MS,
);

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
