import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { ACT_TIMEOUT_MS, runWorkflow, type Trigger, type WorkflowRun } from "./act.ts";

const BOOKS = 60;
const JOBS = ["Scrape", "Train", "Report"];
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ books: BOOKS });
});
afterAll(() => sandbox.close());

/** What ran, but for the check-outs. */
const doorsIn = ({ steps }: WorkflowRun) => steps.filter((step) => !step.startsWith("Check out"));

test(
  "scrapes, trains and reports, each in its own job, and the report tells of all",
  async () => {
    const run = await runDag();

    expect(doorsIn(run)).toEqual(JOBS.map((job) => `${job}: success`));
    expect(run).toMatchObject({ exitCode: 0, jobs: ["success", "success", "success"] });
    expect(run.outputs).toMatchObject({ result: "succeeded", records: String(BOOKS) });
    // The jobs leave what went well to the report: one summary in all.
    expect(run.summary.match(/^## /gm)).toEqual(["## "]);
    expect(run.summary).toMatch(
      /## ✅ 60 books refreshed, 3 model artifacts trained\n[^]*\*\*`scrape`\*\*[^]*\*\*`train`\*\*/,
    );
  },
  ACT_TIMEOUT_MS,
);

test(
  "a scrape that fails skips the training, and the report is red and leads to its summary",
  async () => {
    const run = await runDag({
      vars: { ORQUESTRA_MIN_RECORDS: String(BOOKS + 1), ORQUESTRA_LANGUAGE: "pt-BR" },
    });

    expect(doorsIn(run)).toEqual(["Scrape: failure", "Report: failure"]);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "data-dropped" });
    expect(run.summary.match(/^## ❌ .*$/gm)).toEqual([
      expect.not.stringContaining("job"),
      "## ❌ O job `scrape` falhou: os livros não passaram",
    ]);
    expect(run.summary).toContain("pulado, pois o job `scrape` não teve sucesso");
    expect(run.errors).toHaveLength(2);
  },
  ACT_TIMEOUT_MS,
);

test(
  "in a second attempt the report says so",
  async () => {
    const run = await runDag({ env: { GITHUB_RUN_ATTEMPT: "2" } });

    expect(run.exitCode).toBe(0);
    expect(run.log).toContain("v=1 pipeline=DAG attempt=2 records=60");
    expect(run.summary).toContain("Pipeline: `DAG`. Try 2.");
  },
  ACT_TIMEOUT_MS,
);

test.each([
  ["before API_URL is set", { vars: { API_URL: "" } }, "Say that nothing is set up", 0, /^## ⚪/],
  [
    "while it is paused",
    { vars: { ORQUESTRA_PAUSED: "true" } },
    "Say that the pipeline is paused",
    0,
    /^## ⏸️/,
  ],
  [
    "while API_URL is a secret",
    { vars: { API_URL: "" }, secrets: { API_URL: "http://books.invalid" } },
    "Say that the address is in the wrong place",
    1,
    /^## ❌ Nothing ran/,
  ],
] as const)(
  "%s nothing is called, and the summary says what to do",
  async (_, trigger, step, exitCode, summary) => {
    const calls = sandbox.calls().length;
    const run = await runDag(trigger);

    expect(run.steps).toEqual([`${step}: ${exitCode === 0 ? "success" : "failure"}`]);
    expect(run.exitCode).toBe(exitCode);
    expect(run.summary).toMatch(summary);
    expect(sandbox.calls()).toHaveLength(calls);
  },
  ACT_TIMEOUT_MS,
);

/** In a repository that is set up for the sandbox. */
function runDag(trigger: Trigger = {}): Promise<WorkflowRun> {
  return runWorkflow("dag.yml", {
    ...trigger,
    vars: { API_URL: sandbox.url, ...trigger.vars },
    secrets: { API_USERNAME: "admin", API_PASSWORD: "admin", ...trigger.secrets },
  });
}
