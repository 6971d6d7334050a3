import type { ChildProcess } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import type { ActionRun } from "../../sandbox/runner.ts";
import { startSandbox } from "../../sandbox/sandbox.ts";
import { signalAtLine } from "../scenarios/sabotage.ts";
import { callsTo, runAgainst, sandboxOf } from "../scenarios/story.ts";
import { runUntilStuck, type Stop } from "../scenarios/stuck-api.ts";

/** GitHub kills a cancelled step 10 s after its first signal; ours promises 5. */
const PROMISED_MS = 5000;

const WORKING = "A call was under way";
const NOT_WORKING = "No call that changes anything was under way";

/** Where a run waits, the task that it is at, and whether the API may be at work on something. */
const MOMENTS: readonly (readonly [moment: string, stop: Stop, task: string, working: boolean])[] =
  [
    ["health", { path: "/health/" }, "health", false],
    ["the log-in", { path: "/login" }, "login", false],
    ["baseline", { path: "/overview" }, "baseline", false],
    ["the scrape", { path: "/scrape/" }, "scrape", true],
    ["the body of a scrape", { path: "/scrape/", by: "half a body" }, "scrape", true],
    ["the gate", { path: "/overview", nth: 2 }, "gate", false],
    ["the training", { path: "/training-data" }, "train", true],
    ["the body of a training", { path: "/training-data", by: "half a body" }, "train", true],
    ["verify", { path: "/features" }, "verify", false],
  ];

describe.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  test.each(MOMENTS)("during %s", async (_, stop, task, working) => {
    const sandbox = await sandboxOf();
    const clock = stopwatch();

    const run = await runUntilStuck(sandbox.url, stop, (child) => {
      clock.start();
      child.kill(signal);
    });

    expect(clock.elapsedMs()).toBeLessThan(PROMISED_MS);
    expect(endOf(run)).toEqual(cancelled(task, working));
  });
});

test.each([
  ["SIGINT", "SIGINT"],
  ["SIGINT", "SIGTERM"],
  ["SIGTERM", "SIGTERM"],
  ["SIGTERM", "SIGINT"],
] as const)("%s, and %s while the first is being obeyed: as one", async (first, second) => {
  const sandbox = await sandboxOf();
  let child: ChildProcess | undefined;

  const run = await runUntilStuck(
    sandbox.url,
    { path: "/scrape/" },
    (started) => {
      child = started;
      child.kill(first);
      child.kill(second);
    },
    {},
    { onLine: (line) => line.startsWith("Cancelled:") && child?.kill(second) },
  );

  expect(endOf(run)).toEqual(cancelled("scrape", true));
  expect(run.log.filter((line) => line.startsWith("Cancelled:"))).toHaveLength(1);
});

describe("while waiting", () => {
  test("to try again", async () => {
    const { url, close } = await startSandbox();
    await close();

    const run = await cancelledAt(url, "Trying again in");

    expect(endOf(run)).toEqual(cancelled("health", false));
  });

  test("for as long as a limit of the API asks: nothing is under way", async () => {
    const sandbox = await sandboxOf();
    let child: ChildProcess | undefined;

    const run = await runUntilStuck(
      sandbox.url,
      { path: "/scrape/", by: "429" },
      (started) => (child = started),
      { "scrape-timeout": "2h" },
      { onLine: (line) => line.includes("Trying again in") && child?.kill("SIGINT") },
    );

    expect(endOf(run)).toEqual(cancelled("scrape", false));
  });

  test("for the numbers of a lost scrape to settle: it may still be at work", async () => {
    const sandbox = await sandboxOf({ faults: ["cut-answer"] });
    const stop = { path: "/overview", nth: 2 };

    const run = await runUntilStuck(sandbox.url, stop, (child) => child.kill("SIGINT"), {
      "on-lost-answer": "settle",
    });

    expect(endOf(run)).toEqual(cancelled("scrape", true));
  });
});

/** The log of a good day has 15 lines before its notice. */
const LINES = Array.from({ length: 15 }, (_, index) => index + 1);

test.each(LINES)(
  "at line %i of the log: told once, and red unless all was proved",
  async (line) => {
    const sandbox = await sandboxOf();

    const run = await runAgainst(sandbox.url, {}, { env: signalAtLine(line, "SIGTERM") });

    const { result } = run.outputs;
    expect(["cancelled", "succeeded"]).toContain(result);
    expect(run).toMatchObject({ exitCode: result === "succeeded" ? 0 : 1, signal: null });
    expect(run.annotations.map(({ title }) => title).at(-1)).toBe(`Orquestra: ${result}`);
    expect(run.annotations.filter(({ level }) => level === "notice")).toHaveLength(1);
    expect(run.summary.match(/^## /gm)).toHaveLength(1);
  },
);

test("a cancelled scrape is not followed by any other call", async () => {
  const sandbox = await sandboxOf({ faults: ["slow-answers:30"] });

  const run = await cancelledAt(sandbox.url, "Scrape …");

  expect(run.outputs["result"]).toBe("cancelled");
  expect(callsTo(sandbox).filter((call) => call.includes("stats"))).toHaveLength(1);
});

/** Runs the bundle and cancels it as soon as its log has a line with `text`. */
function cancelledAt(url: string, text: string): Promise<ActionRun> {
  let child: ChildProcess | undefined;
  return runAgainst(
    url,
    {},
    {
      onStart: (started) => (child = started),
      onLine: (line) => line.includes(text) && child?.kill("SIGINT"),
    },
  );
}

/** What a step left, in the words and places that a cancelled one must fill. */
function endOf(run: ActionRun) {
  const { exitCode, signal, post, outputs, summary, annotations } = run;
  const { result, "failed-task": task, "failure-code": code } = outputs;
  const says = [WORKING, NOT_WORKING].filter((words) => summary.includes(words));
  return {
    exit: [exitCode, signal, post?.exitCode],
    outputs: [result, task, code],
    headline: summary.split("\n")[0],
    says,
    annotations: annotations.map(({ level, message }) => [level, message]),
  };
}

function cancelled(task: string, working: boolean): object {
  const words = working ? WORKING : NOT_WORKING;
  return {
    exit: [1, null, 0],
    outputs: ["cancelled", task, "cancelled"],
    headline: "## ⏹️ The run was cancelled",
    says: [words],
    annotations: [
      ["error", expect.stringContaining(words)],
      ["notice", expect.stringContaining(`failed=${task} code=cancelled`)],
    ],
  };
}

function stopwatch() {
  let startedMs = Number.NaN;
  return {
    start: () => {
      startedMs = performance.now();
    },
    elapsedMs: () => performance.now() - startedMs,
  };
}
