import { describe, expect, test } from "@jest/globals";
import { checklist, dryRun, PIPELINE, preflight, shipped } from "./button.ts";
import { callsTo, everythingSaid, sandboxOf } from "./story.ts";

test("when everything is right, everything was looked at, and nothing was changed", async () => {
  const [github, sandbox] = await Promise.all([shipped(), sandboxOf()]);

  const run = await preflight(github, sandbox.url);

  expect(run).toMatchObject({ exitCode: 0, outputs: { result: "succeeded", "failure-code": "" } });
  expect(run.summary).toMatch(/^## ✅ Everything is ready: the API is up and the log-in works\n/);
  expect(checklist(run)).toEqual([
    "✅ Settings",
    "✅ Network",
    "➖ TLS",
    "✅ Health",
    "✅ Log in",
    "✅ Workflow file",
    "✅ Workflow",
    "✅ Schedule",
    "✅ Time zone",
    "✅ Permissions",
    "✅ Time limit",
    "✅ Runner",
    "✅ Failure issue",
    "➖ Webhook",
    "➖ Dead man's switch",
  ]);
  expect(callsTo(sandbox)).toEqual(["GET /api/v1/health/ 200", "POST /api/v1/auth/login 200"]);
  expect(new Set(github.calls().map(({ method }) => method))).toEqual(new Set(["GET"]));
  expect(run.annotations.map(({ message }) => message)).toEqual([
    "v=1 pipeline=Preflight/preflight attempt=1 mode=preflight",
  ]);
});

test("all that is wrong is told at once, and what GitHub does not show is no failure", async () => {
  const [github, sandbox] = await Promise.all([shipped(undefined, {}), sandboxOf()]);
  const inputs = { password: "not the password", "max-drop": "much" };

  const run = await preflight(github, sandbox.url, inputs);

  expect(run).toMatchObject({
    exitCode: 1,
    outputs: { result: "failed", "failure-code": "settings-invalid", "failed-task": "" },
  });
  expect(run.summary.match(/^##.*$/gm)).toEqual([
    "## ❌ 2 things must be put right",
    "### ❌ One setting is not right",
    "### ❌ The API does not accept the user name or the password",
  ]);
  expect(run.summary).toContain(
    "either `contents: read` is missing in the `permissions` of this job,",
  );
  expect(callsTo(sandbox)).toEqual(["GET /api/v1/health/ 200", "POST /api/v1/auth/login 401"]);
  expect(everythingSaid(run)).not.toContain(inputs.password);
});

describe("one thing that is wrong hides no other", () => {
  test("without a password, the API's health is read all the same", async () => {
    const [github, sandbox] = await Promise.all([shipped(), sandboxOf()]);

    const run = await preflight(github, sandbox.url, { password: "" });

    expect(run.outputs["failure-code"]).toBe("settings-invalid");
    expect(callsTo(sandbox)).toEqual(["GET /api/v1/health/ 200"]);
    expect(run.summary).toContain("| ✅ | Health |");
    expect(run.summary).toContain(
      "**Not looked at:** Log in. `username` or `password` is missing.",
    );
  });
});

describe("dry-run of the root action is the same", () => {
  test("with its own workflow, whose limit in a variable it does not know", async () => {
    const [github, sandbox] = await Promise.all([shipped(), sandboxOf()]);
    github.store.setWorkflowState(PIPELINE, "disabled_manually");

    const run = await dryRun(github, sandbox.url);

    expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "settings-invalid" });
    expect(run.summary).toMatch(/^## ❌ One thing must be put right: The workflow is disabled\n/);
    expect(run.summary).toContain(
      "Open [`pipeline.yml`](https://github.com/bookshop/pipelines/actions/workflows/pipeline.yml)",
    );
    expect(run.summary).toContain(
      "**Not looked at:** Time limit. What `timeout-minutes` of the job is",
    );
  });
});
