import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import type { Permissions } from "../../sandbox/github/access.ts";
import type { ActionOptions } from "../../sandbox/runner.ts";
import {
  checklist,
  DOOR,
  dryRun,
  nobodyAt,
  preflight,
  READING,
  shipped,
} from "../scenarios/button.ts";
import { listenerThat } from "../scenarios/listener.ts";
import { signalAtLine } from "../scenarios/sabotage.ts";
import { callsTo, everythingSaid, sandboxOf } from "../scenarios/story.ts";
import { runUntilStuck } from "../scenarios/stuck-api.ts";

test.each(["pipeline.yml", "dag.yml"])(
  "examples/%s is right as it is shipped",
  async (workflow) => {
    const [github, sandbox] = await Promise.all([shipped(), sandboxOf()]);
    const path = `.github/workflows/${workflow}`;
    github.store.push(path, await readFile(`examples/${workflow}`, "utf8"));
    github.store.addWorkflow({ path, name: workflow });

    const env = { GITHUB_ACTION_REPOSITORY: "OWNER/orquestra" };
    const run = await preflight(github, sandbox.url, { workflow }, { env });

    expect(run.summary).toMatch(/^## ✅ Everything is ready: the API is up and the log-in works\n/);
    expect(checklist(run).slice(5, 13)).toEqual([
      "✅ Workflow file",
      "✅ Workflow",
      "✅ Schedule",
      "✅ Time zone",
      "✅ Permissions",
      "✅ Time limit",
      "✅ Runner",
      "✅ Failure issue",
    ]);
  },
);

describe("when everything is wrong, it is told at once", () => {
  const spoil = (text: string) =>
    text
      .replace("timezone: America/Sao_Paulo", "timezone: America/Bahia")
      .replace(/ +checks: read.*\n/, "");
  const inputs = {
    password: "not the password",
    "max-drop": "much",
    "scrape-timeout": "soon",
    "job-minutes": "30",
  };

  test.each([
    [
      "en",
      [
        "## ❌ 6 things must be put right",
        "### ❌ 2 settings are not right",
        "### ❌ The API does not accept the user name or the password",
        "### ❌ The time zones of the schedule differ",
        "### ❌ The job lacks permissions",
        "### ❌ The time limit of the job is too short",
      ],
    ],
    [
      "pt-BR",
      [
        "## ❌ Faltam corrigir 6 coisas",
        "### ❌ 2 configurações não estão certas",
        "### ❌ A API não aceita o usuário ou a senha",
        "### ❌ Os fusos horários do agendamento diferem",
        "### ❌ Faltam permissões ao job",
        "### ❌ O limite de tempo do job é curto demais",
      ],
    ],
  ])("in %s", async (language, headings) => {
    const [github, sandbox] = await Promise.all([shipped(spoil), sandboxOf()]);

    const run = await preflight(github, sandbox.url, { ...inputs, language });

    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { result: "failed", "failure-code": "settings-invalid", "failed-task": "" },
    });
    expect(run.summary.match(/^##.*$/gm)).toEqual(headings);
    for (const named of [
      "[`ORQUESTRA_MAX_DROP`](https://github.com/bookshop/pipelines/settings/variables/actions)",
      "[`pipeline.yml`](https://github.com/bookshop/pipelines/blob/HEAD/.github/workflows/pipeline.yml)",
      "[`ORQUESTRA_JOB_MINUTES`]",
      "`America/Bahia`",
      "`checks: read`",
    ]) {
      expect(run.summary).toContain(named);
    }
    expect(callsTo(sandbox)).toEqual(["GET /api/v1/health/ 200", "POST /api/v1/auth/login 401"]);
    expect(run.annotations.map(({ level }) => level)).toEqual(["error", "notice"]);
    expect(everythingSaid(run)).not.toContain(inputs.password);
  });
});

describe("one thing that is wrong hides no other", () => {
  test("behind a database that is down, the log-in is tried", async () => {
    const [github, sandbox] = await Promise.all([
      shipped(),
      sandboxOf({ faults: ["database-down"] }),
    ]);

    const run = await preflight(github, sandbox.url, { "warm-up": "1s", retries: "0" });

    expect(run.outputs).toMatchObject({ "failed-task": "health", "failure-code": "api-unhealthy" });
    expect(callsTo(sandbox)).toContain("POST /api/v1/auth/login 500");
    expect(run.summary).toContain("## ❌ 2 things must be put right");
  });

  test("behind an API that cannot be reached, the repository is looked at", async () => {
    const [github, url] = await Promise.all([shipped(), nobodyAt()]);

    const run = await preflight(github, url, { "warm-up": "1s", history: "x" });

    expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "settings-invalid" });
    expect(checklist(run).slice(0, 7)).toEqual([
      "❌ Settings",
      "❌ Network",
      "➖ TLS",
      "➖ Health",
      "➖ Log in",
      "✅ Workflow file",
      "✅ Workflow",
    ]);
  });
});

describe("what GitHub does not show is one line, and no failure", () => {
  test.each<[string, Permissions, Partial<ActionOptions>, string]>([
    ["no token", READING, { token: "" }, "The action was given no `github-token`."],
    [
      "no permission",
      {},
      {},
      "either `contents: read` is missing in the `permissions` of this job,",
    ],
    [
      "outside of GitHub",
      READING,
      { env: { GITHUB_REPOSITORY: undefined } },
      "This did not run on GitHub.",
    ],
  ])("%s", async (_, permissions, options, line) => {
    const [github, sandbox] = await Promise.all([shipped(undefined, permissions), sandboxOf()]);

    const run = await preflight(github, sandbox.url, {}, options);

    expect(run.exitCode).toBe(0);
    expect(run.summary).toMatch(
      /^## ✅ The API is up and the log-in works; \d checks could not be made\n/,
    );
    expect(run.summary).toContain(line);
    expect(run.summary).toContain("| ➖ | Schedule | not looked at |");
  });

  test.each(["html-502", "primary-limit", "cut-answer"] as const)(
    "in trouble: %s",
    async (trouble) => {
      const [github, sandbox] = await Promise.all([shipped(), sandboxOf()]);
      github.setTroubles([trouble]);

      const run = await preflight(github, sandbox.url);

      expect(run.exitCode).toBe(0);
      expect(run.summary.match(/^\*\*Not looked at:\*\* .*$/gm)).toEqual([
        expect.stringMatching(
          /Workflow file, Workflow, Schedule.*GitHub's API did not answer as it should\.$/,
        ),
      ]);
    },
  );
});

describe("dry-run of the root action is the same", () => {
  test("and is not led elsewhere, nor sends tests, by inputs that it does not have", async () => {
    const [github, sandbox, chat] = await Promise.all([shipped(), sandboxOf(), listenerThat()]);
    const inputs = { workflow: "gone.yml", "test-alerts": "true", "notify-url": chat.url };

    const run = await dryRun(github, sandbox.url, inputs);

    expect(run.exitCode).toBe(0);
    expect(chat.heard).toEqual([]);
  });
});

test("a workflow that is not there is told, with where it belongs", async () => {
  const [github, sandbox] = await Promise.all([shipped(), sandboxOf()]);

  const run = await preflight(github, sandbox.url, { workflow: "daily.yml" });

  expect(run.outputs["failure-code"]).toBe("settings-invalid");
  expect(run.summary).toMatch(
    /^## ❌ One thing must be put right: The workflow `daily\.yml` is not on the default branch\n/,
  );
});

describe("a preflight that does not come to its end", () => {
  test("is cancelled, with what it had seen", async () => {
    const [github, sandbox] = await Promise.all([shipped(), sandboxOf()]);

    const run = await preflight(github, sandbox.url, {}, { env: signalAtLine(5, "SIGINT") });

    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { result: "cancelled", "failure-code": "cancelled" },
    });
    expect(run.summary).toMatch(/^## ⏹️ The run was cancelled\n/);
    expect(checklist(run)).toHaveLength(15);
  });

  test.each([
    ["with settings that are right", {}, "cancelled"],
    ["with settings that are not", { history: "x" }, "settings-invalid"],
  ])("is told by its post step, %s", async (_, inputs, code) => {
    const sandbox = await sandboxOf();

    const run = await runUntilStuck(
      sandbox.url,
      { path: "/auth/login" },
      (child) => child.kill("SIGKILL"),
      inputs,
      { actionDir: DOOR },
    );

    expect(run).toMatchObject({ signal: "SIGKILL", post: { exitCode: 0 } });
    expect(run.summary).toContain(`[\`${code}\`]`);
    expect(run.annotations.at(-1)?.message).toMatch(new RegExp(`code=${code} mode=preflight$`));
  });
});

test("in a public repository, the API's address is shown nowhere", async () => {
  const [github, url] = await Promise.all([shipped(), nobodyAt()]);
  const event = { name: "workflow_dispatch", payload: { repository: { visibility: "public" } } };

  const run = await preflight(github, url, { "warm-up": "1s" }, { event });

  expect(run.summary).toContain("Nothing listens at `***`");
  expect(everythingSaid(run)).not.toContain(new URL(url).port);
});
