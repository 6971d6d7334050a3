import { describe, expect, test } from "@jest/globals";
import type { SandboxOptions } from "../../sandbox/sandbox.ts";
import { DAY_MS, githubOf, READING, TOKEN } from "../sandbox/github/client.ts";
import { playDag, runDoor, WORKFLOW, type Needs } from "./dag.ts";
import { listenerThat } from "./listener.ts";
import { signalAtLine } from "./sabotage.ts";
import { callsTo, everythingSaid, sandboxOf } from "./story.ts";

type Faults = NonNullable<SandboxOptions["faults"]>;

const WRITING = { ...READING, issues: "write" } as const;
const headline = ({ summary }: { readonly summary: string }) => summary.split("\n")[0];
const world = async (faults: Faults = [], permissions = READING) => {
  const [github, sandbox] = await Promise.all([githubOf(permissions), sandboxOf({ faults })]);
  return { github, sandbox };
};

describe("a run of many jobs", () => {
  test("that all did their work is told as one", async () => {
    const { github, sandbox } = await world();
    const { scrape, train, report } = await playDag(github, sandbox, 1);

    expect([scrape?.exitCode, train?.exitCode, report.exitCode]).toEqual([0, 0, 0]);
    expect(headline(report)).toBe("## ✅ 20 books refreshed, 3 model artifacts trained");
    expect(report.outputs).toMatchObject({
      result: "succeeded",
      "failed-task": "",
      "failure-code": "",
      records: "20",
    });
    expect(report.annotations).toEqual([
      expect.objectContaining({
        level: "notice",
        title: "Orquestra: succeeded",
        message: expect.stringMatching(
          /^v=1 pipeline=DAG\/report attempt=1 records=20 .*scrape=\d+\.\d train=\d+\.\d artifacts=3$/,
        ) as unknown,
      }),
    ]);
    expect(report.post).toMatchObject({ exitCode: 0 });
    expect(everythingSaid(report)).not.toContain(TOKEN);
  });

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
      const { github, sandbox } = await world([fault]);
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
    const { github, sandbox } = await world();
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

  test("that runs again repeats what failed, and says which try did what", async () => {
    const { github, sandbox } = await world(["empty-training"]);
    const before = await playDag(github, sandbox, 1);
    sandbox.setFaults([]);
    const { report } = await playDag(github, sandbox, 1, { attempt: 2, before });

    expect(report.exitCode).toBe(0);
    expect(headline(report)).toBe("## ✅ 20 books refreshed, 3 model artifacts trained");
    expect(report.summary).toContain("done by try 1; not repeated");
    expect(report.annotations[0]?.message).toContain("attempt=2 records=20");
    expect(callsTo(sandbox).filter((call) => call.startsWith("POST /api/v1/scrape/"))).toHaveLength(
      1,
    );
  });
});

describe("without the output of a job", () => {
  const dropped = (needs: Needs) =>
    Object.fromEntries(Object.entries(needs).map(([job, need]) => [job, { ...need, outputs: {} }]));

  test("its own line tells", async () => {
    const { github, sandbox } = await world();
    const { report } = await playDag(github, sandbox, 1, { handOn: dropped });

    expect(report.exitCode).toBe(0);
    expect(headline(report)).toBe("## ✅ 20 books refreshed, 3 model artifacts trained");
    expect(report.summary).toContain("- The job `scrape` handed on no output `run`.");
  });

  test("its line of a failure tells", async () => {
    const { github, sandbox } = await world(["empty-shop"]);
    const { report } = await playDag(github, sandbox, 1, { handOn: dropped });

    expect(report.outputs).toMatchObject({ result: "failed", "failure-code": "no-data" });
  });

  test("the line of a job that was carried over tells, and no older one of a job that was killed", async () => {
    const { github, sandbox } = await world(["empty-training"]);
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
    const { github, sandbox } = await world([], {});
    const { report } = await playDag(github, sandbox, 1, { handOn: dropped });

    expect(report).toMatchObject({ exitCode: 1, outputs: { result: "unknown" } });
    expect(headline(report)).toBe("## ❓ The job `scrape` is green, but nothing proves its work");
    expect(report.summary).toContain("add `actions: read` and `checks: read`");
  });
});

/** The report alone, of jobs that never were. */
async function reportOn(needs: string, inputs: Readonly<Record<string, string>> = {}) {
  const github = await githubOf();
  return runDoor(github, "report", { number: 1 }, { needs, ...inputs });
}

describe("a report on jobs that never were", () => {
  const good = {
    version: "1.0.0",
    attempt: 1,
    result: "succeeded",
    startedAt: "2026-11-22T09:21:00.000Z",
    seconds: 62,
    tasks: [{ name: "scrape", state: "proved", seconds: 62 }],
    facts: { reported: 20 },
  };
  const jobs = (run: unknown, result = "success") =>
    JSON.stringify({
      scrape: { result, outputs: { run: typeof run === "string" ? run : JSON.stringify(run) } },
    });

  test.each([
    ["a good one, to compare with", jobs(good), 0, "succeeded"],
    [
      "a scrape that somebody cancelled",
      jobs(
        {
          ...good,
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
      jobs({ ...good, failureCode: "no-data" }),
      1,
      "unknown",
    ],
    ["success without work", jobs({ ...good, tasks: [] }), 1, "unknown"],
    ["success of an attempt to come", jobs({ ...good, attempt: 7 }), 1, "unknown"],
    ["success of a job that failed", jobs(good, "failure"), 1, "failed"],
    ["a cut line", jobs(JSON.stringify(good).slice(0, -20)), 1, "unknown"],
    ["a log command", jobs("::error::forged\n##[error]forged"), 1, "unknown"],
    ["markup", jobs("<img src=x onerror=alert(1)>"), 1, "unknown"],
    ["as much as Linux lets through", jobs("x".repeat(120 * 1024)), 1, "unknown"],
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
    const run = await reportOn(jobs(good), { language: "xx", history: "many" });

    expect(run).toMatchObject({ exitCode: 1, outputs: { "failure-code": "settings-invalid" } });
    expect(run.summary).toMatch(/^## ❌ 2 settings are not right\n[^]*\*\*`scrape`\*\*/);
  });

  test("when every job was skipped nothing ran, and nothing failed", async () => {
    const run = await reportOn(JSON.stringify({ scrape: { result: "skipped" } }), {
      language: "pt-BR",
    });

    expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: "", run: "" } });
    expect(headline(run)).toBe("## ⚪ Nada rodou: todos os jobs foram pulados");
  });
});

describe("alerts", () => {
  test("tell of all jobs as of one pipeline", async () => {
    const { github, sandbox } = await world(["empty-training"], WRITING);
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

  test("is told by its post step when it was killed, alerts included", async () => {
    const github = await githubOf(WRITING);
    const env = signalAtLine(1, "SIGKILL");
    const run = await runDoor(github, "report", { number: 1 }, inputs, { env });

    expect(run).toMatchObject({ signal: "SIGKILL", outputs: {}, post: { exitCode: 0 } });
    expect(headline(run)).toBe("## ❓ The job `scrape` failed, and left no report");
    expect(run.annotations.map(({ level }) => level)).toEqual(["error", "notice"]);
    expect(github.store.issues.list()).toHaveLength(1);
  });

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
});
