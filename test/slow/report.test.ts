import { describe, expect, test } from "@jest/globals";
import { DAY_MS, githubOf, READING } from "../sandbox/github/client.ts";
import {
  dropped,
  headline,
  needing,
  playDag,
  reportOn,
  runDoor,
  TOLD,
  WORKFLOW,
  worldOf,
} from "../scenarios/dag.ts";
import { listenerThat } from "../scenarios/listener.ts";
import { signalAtLine } from "../scenarios/sabotage.ts";

const WRITING = { ...READING, issues: "write" } as const;

describe("a run of many jobs", () => {
  test.each([
    [
      "empty-shop",
      "❌ The job `scrape` failed: the API reported success, but had done nothing",
      "failed",
      "scrape",
      "no-data",
    ],
    [
      "cut-answer",
      "❓ It is not known whether the job `scrape` did its work: the connection broke before the answer arrived",
      "unknown",
      "scrape",
      "connection-lost",
    ],
    [
      "empty-training",
      "❌ The job `train` failed: the API reported success, but had done nothing",
      "failed",
      "train",
      "no-data",
    ],
  ] as const)(
    "of which one met %s says so, and is red",
    async (fault, line, result, task, code) => {
      const { github, sandbox } = await worldOf([fault]);
      const { train, report } = await playDag(github, sandbox, 1);

      expect(headline(report)).toBe(`## ${line}`);
      expect(report).toMatchObject({
        exitCode: 1,
        outputs: { result, "failed-task": task, "failure-code": code },
      });
      expect(report.annotations.map(({ level }) => level)).toEqual(["error", "notice"]);
      expect(train === undefined).toBe(task === "scrape");
      expect(report.summary).toContain(
        task === "scrape"
          ? "skipped, as the job `scrape` did not succeed"
          : "**20 books** collected",
      );
    },
  );

  test("remembers the days before, and so does its scrape", async () => {
    const { github, sandbox } = await worldOf();
    await playDag(github, sandbox, 1);
    github.store.moveTo(github.store.nowMs + DAY_MS);
    sandbox.setFaults(["half-shop"]);
    const { scrape, report } = await playDag(github, sandbox, 2);

    expect(scrape?.outputs).toMatchObject({
      "failure-code": "data-dropped",
      "records-before": "20",
    });
    expect(report.summary).toContain("The last good run was [run 1]");
    expect(report.summary).toContain("### Last 2 runs");
    github.store.moveTo(github.store.nowMs + DAY_MS);
    sandbox.setFaults([]);
    const { report: third } = await playDag(github, sandbox, 3);
    expect(third.summary).toMatch(/### Last 3 runs[^\n]*: 2 succeeded/);
    expect(third.summary).toContain("failed: the books did not pass (Check)");
  });
});

describe("without the output of a job", () => {
  test("its line of a failure tells", async () => {
    const { github, sandbox } = await worldOf(["empty-shop"]);
    const { report } = await playDag(github, sandbox, 1, { handOn: dropped });

    expect(report.outputs).toMatchObject({ result: "failed", "failure-code": "no-data" });
  });

  test("the line of a job that was carried over tells, and no older one of a job that was killed", async () => {
    const { github, sandbox } = await worldOf(["empty-training"]);
    await playDag(github, sandbox, 1);
    const beside = [
      { kind: "carried-over", name: "scrape" },
      { kind: "running", name: "train", startedAtMs: github.store.nowMs },
    ] as const;
    const needs = {
      scrape: { result: "success", outputs: {} },
      train: { result: "failure", outputs: {} },
    };
    const report = await runDoor(
      github,
      "report",
      { number: 1, attempt: 2, workflow: WORKFLOW, beside },
      { needs: JSON.stringify(needs) },
    );

    expect(report.outputs).toMatchObject({ result: "unknown", "failure-code": "", records: "20" });
    expect(headline(report)).toBe("## ❓ The job `train` failed, and left no report");
  });

  test("and without permissions nothing is green", async () => {
    const { github, sandbox } = await worldOf([], {});
    const { report } = await playDag(github, sandbox, 1, { handOn: dropped });

    expect(report).toMatchObject({ exitCode: 1, outputs: { result: "unknown" } });
    expect(headline(report)).toBe("## ❓ The job `scrape` is green, but nothing proves its work");
    expect(report.summary).toContain("add `actions: read` and `checks: read`");
  });
});

describe("a report on jobs that never were", () => {
  test.each([
    ["a good one, to compare with", needing(TOLD), 0, "succeeded"],
    [
      "a scrape that somebody cancelled",
      needing(
        {
          ...TOLD,
          result: "cancelled",
          failedTask: "scrape",
          failureCode: "cancelled",
          tasks: [{ name: "scrape", state: "failed", seconds: 9 }],
        },
        "cancelled",
      ),
      1,
      "cancelled",
    ],
    [
      "success that another part of itself denies",
      needing({ ...TOLD, failureCode: "no-data" }),
      1,
      "unknown",
    ],
    ["success without work", needing({ ...TOLD, tasks: [] }), 1, "unknown"],
    ["success of an attempt to come", needing({ ...TOLD, attempt: 7 }), 1, "unknown"],
    ["success of a job that failed", needing(TOLD, "failure"), 1, "failed"],
    ["a cut line", needing(JSON.stringify(TOLD).slice(0, -20)), 1, "unknown"],
    ["a log command", needing("::error::forged\n##[error]forged"), 1, "unknown"],
    ["markup", needing("<img src=x onerror=alert(1)>"), 1, "unknown"],
    ["as much as Linux lets through", needing("x".repeat(120 * 1024)), 1, "unknown"],
    ["no JSON", "::error::forged", 1, "failed"],
    ["no job", "{}", 1, "failed"],
  ])("%s", async (_, needs, exitCode, result) => {
    const run = await reportOn(needs);
    expect(run).toMatchObject({ exitCode, outputs: { result } });
    expect(run.annotations.map(({ level }) => level)).toEqual(
      exitCode === 0 ? ["notice"] : ["error", "notice"],
    );
    expect(run.summary).not.toMatch(/<img|onerror=alert(?!\(1\)>`)/);
  });

  test("wrong settings are named together, with what became of the jobs", async () => {
    const run = await reportOn(needing(TOLD), { language: "xx", history: "many" });

    expect(run).toMatchObject({ exitCode: 1, outputs: { "failure-code": "settings-invalid" } });
    expect(run.summary).toMatch(/^## ❌ 2 settings are not right\n[^]*\*\*`scrape`\*\*/);
  });
});

describe("alerts", () => {
  test("tell of all jobs as of one pipeline", async () => {
    const { github, sandbox } = await worldOf(["empty-training"], WRITING);
    const pulse = await listenerThat();
    const inputs = { "failure-issue": "true", "ping-url": pulse.url, pipeline: "books" };
    const first = await playDag(github, sandbox, 1, { inputs });
    github.store.moveTo(github.store.nowMs + DAY_MS);
    sandbox.setFaults([]);
    const second = await playDag(github, sandbox, 2, { inputs });

    expect(first.report.summary).toContain("**Alerts:** [Issue 1](");
    expect(second.report.summary).toMatch(/\*\*Alerts:\*\* \[Issue 1\]\([^)]*\) was closed\./);
    expect(github.store.issues.list()).toMatchObject([
      {
        state: "closed",
        title: "Orquestra: books does not succeed",
        body: expect.stringContaining("20 books refreshed") as unknown,
      },
    ]);
    // It knows the end alone: when the first job begins, it has not begun.
    expect(pulse.heard.map(({ path }) => path.split("/").at(-1))).toEqual([
      "fail",
      "T0PS3CR3T-T0PS3CR3T",
    ]);
  });

  test("of a run in which nothing ran there are none", async () => {
    const github = await githubOf(WRITING);
    const pulse = await listenerThat();
    const needs = JSON.stringify({ scrape: { result: "skipped" } });
    await runDoor(
      github,
      "report",
      { number: 1 },
      { needs, "failure-issue": "true", "ping-url": pulse.url },
    );

    expect(github.store.issues.list()).toEqual([]);
    expect(pulse.heard).toEqual([]);
  });
});

describe("a report that is ended from outside", () => {
  const needs = JSON.stringify({ scrape: { result: "failure", outputs: {} } });
  const inputs = { needs, "failure-issue": "true" };

  test("tells what it knows when it is cancelled, and leaves the alerts to its post step", async () => {
    const github = await githubOf(WRITING);
    github.setTroubles(["silence"]);
    const run = await runDoor(github, "report", { number: 1 }, inputs, {
      env: signalAtLine(1, "SIGINT"),
      onStart: (child) => child.once("exit", () => github.setTroubles([])),
    });

    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { result: "unknown" },
      post: { exitCode: 0 },
    });
    expect(run.summary.match(/^## /gm)).toHaveLength(1);
    expect(github.store.issues.list()).toHaveLength(1);
  });

  test("leaves nothing where nobody is alerted, so that GitHub is not asked once more", async () => {
    const github = await githubOf(WRITING);
    github.setTroubles(["silence"]);
    let asked = 0;
    await runDoor(
      github,
      "report",
      { number: 1 },
      { needs },
      {
        env: signalAtLine(1, "SIGINT"),
        onStart: (child) =>
          child.once("exit", () => {
            asked = github.calls().length;
            github.setTroubles([]);
          }),
      },
    );

    expect(github.calls()).toHaveLength(asked);
  });
});
