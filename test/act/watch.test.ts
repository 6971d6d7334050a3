import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startGitHub, type GitHub } from "../../sandbox/github/github.ts";
import { jobWith, notice, READING, runOf, TOKEN } from "../sandbox/github/client.ts";
import { ACT_TIMEOUT_MS, runWorkflow, type Trigger, type WorkflowRun } from "./act.ts";

const HOUR_MS = 3_600_000;
let github: GitHub;

beforeEach(async () => {
  github = await startGitHub();
  github.grant(TOKEN, { ...READING, issues: "write" });
  github.store.moveTo(Date.now());
});
afterEach(() => github.close());

/** A good run of a workflow, so many hours ago. */
function succeeded(hoursAgo: number, file = "pipeline.yml", pipeline = "Pipeline/pipeline"): void {
  const startedAtMs = github.store.nowMs - hoursAgo * HOUR_MS;
  const line = `v=1 pipeline=${pipeline} attempt=1 records=20`;
  github.store.record(
    runOf(1, {
      workflow: { path: `.github/workflows/${file}`, name: "Pipeline" },
      createdAtMs: startedAtMs,
      startedAtMs,
      jobs: [jobWith([notice("Orquestra: succeeded", line)], { startedAtMs })],
    }),
  );
}

function runWatch(trigger: Trigger = {}): Promise<WorkflowRun> {
  const where = { url: github.url, token: TOKEN };
  const vars = { API_URL: "http://books.invalid", ...trigger.vars };
  return runWorkflow("watch.yml", { event: "schedule", ...trigger, github: where, vars });
}

describe("watch.yml", () => {
  test(
    "is green while the last success is young enough",
    async () => {
      succeeded(12);
      const run = await runWatch();

      expect(run.steps).toEqual(["Check out the action: success", "Watch: success"]);
      expect(run).toMatchObject({ exitCode: 0, jobs: ["success"], outputs: { state: "fresh" } });
      expect(run.summary).toMatch(/^## ✅ The last success is 1[12]\sh/);
      expect(run.log).not.toContain(TOKEN);
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "is red when it is not, opens the pipeline's issue, and reads in the repository's language",
    async () => {
      succeeded(100);
      const run = await runWatch({ vars: { ORQUESTRA_LANGUAGE: "pt-BR" } });

      expect(run).toMatchObject({ exitCode: 1, jobs: ["failure"], outputs: { state: "stale" } });
      expect(run.summary).toMatch(/^## ❌ Sem sucesso há 4 dias: `Pipeline\/pipeline`/);
      expect(run.errors).toHaveLength(1);
      expect(github.store.issues.list()).toMatchObject([
        { title: "Orquestra: Pipeline/pipeline está falhando", state: "open" },
      ]);
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "watches what the variables name, for as long as they say",
    async () => {
      succeeded(100, "fleet.yml", "north");
      const vars = { API_URL: "", ORQUESTRA_WORKFLOW: "fleet.yml", ORQUESTRA_MAX_AGE: "120h" };
      const run = await runWatch({ vars });

      expect(run).toMatchObject({ exitCode: 0, outputs: { state: "fresh" } });
      expect(run.summary).toContain("`north`");
    },
    ACT_TIMEOUT_MS,
  );

  test.each([
    [
      "that is paused",
      { ORQUESTRA_PAUSED: "true" },
      /^## ⏸️ Nothing is watched[^]*`ORQUESTRA_PAUSED`[^]*O que fazer/,
    ],
    [
      "that is not set up",
      { API_URL: "" },
      /^## ⚪ Nothing is watched[^]*`API_URL`[^]*O que fazer/,
    ],
  ])(
    "watches no pipeline %s",
    async (_, vars, summary) => {
      const run = await runWatch({ vars });

      expect(run).toMatchObject({ exitCode: 0, jobs: ["success"] });
      expect(run.steps).toHaveLength(1);
      expect(run.summary).toMatch(summary);
      expect(github.calls()).toEqual([]);
    },
    ACT_TIMEOUT_MS,
  );
});
