import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startGitHub } from "../../sandbox/github/github.ts";
import { close, listen } from "../../sandbox/listen.ts";
import { startSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { ACT_TIMEOUT_MS, runWorkflow, type Trigger, type WorkflowRun } from "./act.ts";

const BOOKS = 60;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ books: BOOKS });
});
afterAll(() => sandbox.close());

describe("pipeline.yml", () => {
  test(
    "the schedule scrapes and trains",
    async () => {
      const run = await runPipeline({ event: "schedule" });

      expect(run.steps).toEqual(["Check out the action: success", "Scrape and train: success"]);
      expect(run).toMatchObject({ exitCode: 0, jobs: ["success"] });
      expect(run.outputs).toMatchObject({ result: "succeeded", records: String(BOOKS) });
      expect(run.summary).toMatch(/^## ✅ .*60 books/);
      expect(routesCalled()).toEqual(expect.arrayContaining(["POST /api/v1/scrape/"]));
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "the button runs what was chosen, in the language that was chosen",
    async () => {
      const before = routesCalled().length;
      const run = await runPipeline({
        inputs: { tasks: "train", "dry-run": "false", language: "pt-BR" },
      });

      expect(run).toMatchObject({ exitCode: 0, outputs: { result: "succeeded" } });
      expect(run.summary).toMatch(/^## ✅ .*(livros|modelo|artefatos)/);
      expect(routesCalled().slice(before)).toContain("GET /api/v1/ml/training-data");
      expect(routesCalled().slice(before)).not.toContain("POST /api/v1/scrape/");
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "a repository variable sets the input of its name",
    async () => {
      const run = await runPipeline({
        event: "schedule",
        vars: { ORQUESTRA_MIN_RECORDS: String(BOOKS + 1), ORQUESTRA_LANGUAGE: "pt-BR" },
      });

      expect(run).toMatchObject({ exitCode: 1, jobs: ["failure"] });
      expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "data-dropped" });
      expect(run.summary).toContain("ORQUESTRA_MIN_RECORDS");
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "a wrong password fails the job and says who can fix it",
    async () => {
      const password = "not-the-password";
      const run = await runPipeline({ event: "schedule", secrets: { API_PASSWORD: password } });

      expect(run.steps).toContain("Scrape and train: failure");
      expect(run).toMatchObject({ exitCode: 1, jobs: ["failure"] });
      expect(run.outputs).toMatchObject({
        result: "failed",
        "failure-code": "credentials-rejected",
      });
      expect(run.summary).toMatch(/^## ❌/);
      expect(run.summary).toContain("credentials-rejected");
      expect(run.errors).toHaveLength(1);
      expect(run.log).not.toContain(password);
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "nothing runs before API_URL is set, and the summary says what to do",
    async () => {
      const calls = routesCalled().length;
      const run = await runPipeline({ event: "schedule", vars: { API_URL: "" } });

      expect(run.steps).toEqual(["Say that nothing is set up: success"]);
      expect(run).toMatchObject({ exitCode: 0, jobs: ["success"] });
      expect(run.summary).toMatch(/^## ⚪ Nothing ran[^]*`API_URL`[^]*O que fazer/);
      expect(routesCalled()).toHaveLength(calls);
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "an API_URL that was stored as a secret is red, and the summary says where it belongs",
    async () => {
      const run = await runPipeline({
        event: "schedule",
        vars: { API_URL: "" },
        secrets: { API_URL: "http://books.invalid" },
      });

      expect(run.steps).toEqual(["Say that the address is in the wrong place: failure"]);
      expect(run).toMatchObject({ exitCode: 1, jobs: ["failure"] });
      expect(run.summary).toMatch(/^## ❌ [^]*`API_URL` exists as a secret[^]*existe como segredo/);
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "nothing runs while the pipeline is paused",
    async () => {
      const calls = routesCalled().length;
      const run = await runPipeline({ event: "schedule", vars: { ORQUESTRA_PAUSED: "true" } });

      expect(run.steps).toEqual(["Say that the pipeline is paused: success"]);
      expect(run).toMatchObject({ exitCode: 0, jobs: ["success"] });
      expect(run.summary).toMatch(/^## ⏸️ Nothing ran[^]*`ORQUESTRA_PAUSED`/);
      expect(routesCalled()).toHaveLength(calls);
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "ORQUESTRA_PAUSED=false does not pause",
    async () => {
      const run = await runPipeline({
        inputs: { "dry-run": "true", tasks: "scrape, train", language: "auto" },
        vars: { ORQUESTRA_PAUSED: "false" },
      });

      expect(run.steps).toContain("Scrape and train: success");
      expect(run.outputs).toMatchObject({ result: "succeeded" });
    },
    ACT_TIMEOUT_MS,
  );
});

describe("preflight.yml", () => {
  // act knows no environments: that the settings are that environment's is GitHub's part.
  test.each([[""], ["staging eu"]])(
    "checks the log-in in the environment %j, and changes nothing",
    async (environment) => {
      const before = routesCalled().length;
      const run = await runWorkflow("preflight.yml", repository({ inputs: { environment } }));

      expect(run.steps).toEqual([
        "Check out the action: success",
        "Look at everything that a run needs: success",
      ]);
      expect(run).toMatchObject({ exitCode: 0, outputs: { result: "succeeded" } });
      expect(run.summary).toMatch(/^## ✅/);
      expect(routesCalled().slice(before)).toEqual([
        "GET /api/v1/health/",
        "POST /api/v1/auth/login",
      ]);
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "names every setting that is missing or wrong, at once",
    async () => {
      const run = await runWorkflow("preflight.yml", {
        vars: { ORQUESTRA_SCRAPE_TIMEOUT: "10 minutes" },
      });

      expect(run).toMatchObject({ exitCode: 1, outputs: { "failure-code": "settings-invalid" } });
      for (const input of ["api-url", "username", "password", "scrape-timeout"]) {
        expect(run.summary).toContain(input);
      }
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "looks at the other workflow, as GitHub has it, and sends a test where one is wanted",
    async () => {
      const github = await startGitHub();
      const chat = createServer((_, response) => response.writeHead(200).end());
      const port = await listen(chat, "127.0.0.1", 0);
      try {
        const path = ".github/workflows/pipeline.yml";
        github.grant("ghs_of-act", { actions: "read", contents: "read" });
        github.store.push(path, await readFile(path, "utf8"));
        github.store.addWorkflow({ path, name: "Pipeline" });
        const run = await runWorkflow("preflight.yml", {
          ...repository({
            inputs: { "test-alerts": "true" },
            secrets: {
              GITHUB_TOKEN: "ghs_of-act",
              ORQUESTRA_NOTIFY_URL: `http://127.0.0.1:${port}/T0PS3CR3T`,
            },
          }),
          env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: "bookshop/pipelines" },
        });

        expect(run).toMatchObject({ exitCode: 0, outputs: { result: "succeeded" } });
        for (const row of [
          "| Workflow | enabled |",
          "| Time zone | `America/Sao_Paulo` |",
          "| Permissions | all that are needed |",
          "| Time limit | 60 minutes, 48 needed |",
          "| Webhook | took the test |",
        ]) {
          expect(run.summary).toContain(`| ✅ ${row}`);
        }
        expect(run.log).not.toContain("T0PS3CR3T");
      } finally {
        await Promise.all([github.close(), close(chat)]);
      }
    },
    ACT_TIMEOUT_MS,
  );
});

function runPipeline(trigger: Trigger): Promise<WorkflowRun> {
  return runWorkflow("pipeline.yml", repository(trigger));
}

/** A trigger in a repository that is set up for the sandbox. */
function repository(trigger: Trigger): Trigger {
  return {
    ...trigger,
    vars: { API_URL: sandbox.url, ...trigger.vars },
    secrets: { API_USERNAME: "admin", API_PASSWORD: "admin", ...trigger.secrets },
  };
}

function routesCalled(): string[] {
  return sandbox.calls().map(({ method, path }) => `${method} ${path}`);
}
