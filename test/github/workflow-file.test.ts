import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { readWorkflow } from "../../src/github/workflow-file.ts";

test.each(["pipeline.yml", "preflight.yml"])("examples/%s", async (name) => {
  const file = await readWorkflow(await readFile(`examples/${name}`, "utf8"));
  expect(file?.jobs).toMatchObject([{ runsOn: ["ubuntu-latest"], steps: expect.anything() }]);
  expect([...(file?.reads.vars ?? [])]).toEqual(
    expect.arrayContaining(["API_URL", "ORQUESTRA_MAX_DROP"]),
  );
  expect([...(file?.reads.secrets ?? [])]).toEqual(
    expect.arrayContaining(["API_USERNAME", "API_PASSWORD"]),
  );
});

async function jobOf(yaml: string) {
  const file = await readWorkflow(`on: push\njobs:\n  one:\n    ${yaml}\n`);
  return file?.jobs[0];
}

describe("the ways in which a job says something", () => {
  test.each([
    ["runs-on: self-hosted", ["self-hosted"]],
    ["runs-on: [self-hosted, linux]", ["self-hosted", "linux"]],
    ["runs-on: {group: ours, labels: linux}", ["linux"]],
    ["runs-on: {group: ours}", []],
    ["uses: ./.github/workflows/other.yml", []],
  ])("%s", async (yaml, runsOn) => {
    expect(await jobOf(yaml)).toMatchObject({ runsOn });
  });

  test.each([
    ["environment: staging", "staging"],
    ["environment: {name: staging, deployment: false}", "staging"],
    ["environment: ${{ matrix.shop }}", "${{ matrix.shop }}"],
    ["name: none", undefined],
  ])("%s", async (yaml, environment) => {
    expect((await jobOf(yaml))?.environment).toBe(environment);
  });

  test.each([
    ["permissions: read-all", "read-all"],
    ["permissions: {actions: read}", { actions: "read" }],
    ["permissions:", {}],
    ["name: none", undefined],
  ])("%s", async (yaml, permissions) => {
    expect((await jobOf(yaml))?.permissions).toEqual(permissions);
  });

  test("inputs of a step, whatever their type", async () => {
    const job = await jobOf("steps: [{uses: ./, with: {a: true, b: 7, c: }}]");
    expect(job?.steps).toEqual([{ uses: "./", with: { a: "true", b: "7", c: "" } }]);
  });
});

test("permissions of the workflow hold for a job that has none of its own", async () => {
  const file = await readWorkflow(
    "permissions: {checks: read}\njobs:\n  a: {}\n  b: {permissions: {}}\n",
  );
  expect(file?.jobs.map(({ permissions }) => permissions)).toEqual([{ checks: "read" }, {}]);
});

test("names in any case and either notation, and none of a comment", async () => {
  const file = await readWorkflow(`
# \${{ vars.COMMENTED }}
env:
  A: \${{ vars.API_URL || vars['Other'] }}
jobs:
  one:
    if: vars.paused != 'true'
    env: { B: "\${{ secrets.API_PASSWORD }}" } # secrets.NOT
`);
  expect([...(file?.reads.vars ?? [])].toSorted()).toEqual(["API_URL", "OTHER", "PAUSED"]);
  expect([...(file?.reads.secrets ?? [])]).toEqual(["API_PASSWORD"]);
});

test.each([
  ["", "nothing"],
  ["name: [", "no YAML"],
  ["- a\n- b\n", "a list"],
  ["on: push\n", "no jobs"],
  ["jobs: {a: {steps: run}}", "steps that are none"],
  [
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c]\njobs: {}\n`,
    "a bomb of aliases",
  ],
  ["on: push\njobs: {}\nenv: &own\n  all: *own\n", "an alias in what it stands for"],
])("%j is no workflow: %s", async (text) => {
  expect(await readWorkflow(text)).toBeUndefined();
});

describe("when it starts", () => {
  test.each([
    ["on: push", []],
    ["on: [push, pull_request]", []],
    ["on: { workflow_dispatch: }", []],
    [
      "on: { workflow_dispatch: { inputs: {} }, schedule: [{ cron: '17 6 * * *' }] }",
      [{ cron: "17 6 * * *" }],
    ],
    [
      "on:\n  schedule:\n    - cron: 17 6 * * *\n      timezone: America/Sao_Paulo",
      [{ cron: "17 6 * * *", timezone: "America/Sao_Paulo" }],
    ],
  ])("%s", async (events, schedule) => {
    expect(await readWorkflow(`${events}\njobs: {}\n`)).toMatchObject({ schedule });
  });

  test.each(["on:", "on: { schedule: daily }", "on: { schedule: [{ every: day }] }"])(
    "%s is nothing that GitHub takes",
    async (events) => {
      expect(await readWorkflow(`${events}\njobs: {}\n`)).toBeUndefined();
    },
  );
});

test.each([
  ["timeout-minutes: 60", "60"],
  ["timeout-minutes: ${{ matrix.minutes }}", "${{ matrix.minutes }}"],
  ["name: none", undefined],
])("how long a job may take: %s", async (yaml, timeoutMinutes) => {
  expect(await jobOf(yaml)).toMatchObject({ id: "one", timeoutMinutes });
});
