import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { TASK_NAMES } from "../../../src/pipeline/names.ts";
import { storedAs } from "../../../src/report/words/places.ts";
import { goesOnAlone, isOutOfReach, pathOf, timeoutOf } from "../../../src/report/words/scene.ts";

interface Workflow {
  readonly jobs: {
    readonly pipeline: { readonly steps: readonly { readonly with?: Record<string, string> }[] };
  };
}

async function inputsOfWorkflow(): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(".github/workflows/pipeline.yml", "utf8");
  const { steps } = (parse(text) as Workflow).jobs.pipeline;
  return steps.find((step) => step.with?.["api-url"] !== undefined)?.with ?? {};
}

test("every variable and secret that we name is the one that the workflow reads", async () => {
  const inputs = Object.entries(await inputsOfWorkflow());
  const stored = inputs.filter(([, value]) => /vars\.|secrets\./.test(value));
  const others = stored.filter(
    ([input, value]) => !new RegExp(`(vars|secrets)\\.${storedAs(input)}\\b`).test(value),
  );

  expect(stored.length).toBeGreaterThan(20);
  expect(others).toEqual([]);
});

test("the path and the time-out of each task are inputs", async () => {
  const inputs = Object.keys(await inputsOfWorkflow());

  expect(TASK_NAMES.map((task) => [task, pathOf(task), timeoutOf(task)])).toEqual([
    ["health", "health-path", "warm-up"],
    ["login", "login-path", "login-timeout"],
    ["baseline", "stats-path", "read-timeout"],
    ["scrape", "scrape-path", "scrape-timeout"],
    ["gate", "stats-path", "read-timeout"],
    ["train", "training-path", "training-timeout"],
    ["verify", "features-path", "read-timeout"],
  ]);
  for (const task of TASK_NAMES) {
    expect(inputs).toEqual(expect.arrayContaining([pathOf(task), timeoutOf(task)]));
  }
});

test("the API goes on alone with what has effects", () => {
  expect(TASK_NAMES.filter(goesOnAlone)).toEqual(["scrape", "train"]);
});

const links = {
  run: undefined,
  variables: undefined,
  secrets: undefined,
  workflow: undefined,
  failures: undefined,
};

test.each([
  ["github-hosted", "private", true],
  ["github-hosted", "single-label", true],
  ["github-hosted", "loopback", true],
  ["self-hosted", "loopback", false],
  ["github-hosted", "public", false],
  ["self-hosted", "private", false],
  ["unknown", "private", false],
] as const)("from a %s runner, a %s host is out of reach: %s", (runner, hostKind, expected) => {
  expect(isOutOfReach({ runner, hostKind, links })).toBe(expected);
});
