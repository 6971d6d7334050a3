import { describe, expect, test } from "@jest/globals";
import { githubOf, READING, TOKEN } from "../sandbox/github/client.ts";
import { dropped, headline, needing, playDag, reportOn, runDoor, TOLD, worldOf } from "./dag.ts";
import { signalAtLine } from "./sabotage.ts";
import { callsTo, everythingSaid } from "./story.ts";

const WRITING = { ...READING, issues: "write" } as const;

describe("a run of many jobs", () => {
  test("that all did their work is told as one", async () => {
    const { github, sandbox } = await worldOf();
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

  test("of which one failed says so, and the next try repeats that one alone", async () => {
    const { github, sandbox } = await worldOf(["empty-training"]);
    const before = await playDag(github, sandbox, 1);
    expect(before.report).toMatchObject({
      exitCode: 1,
      outputs: { result: "failed", "failed-task": "train", "failure-code": "no-data" },
    });
    expect(headline(before.report)).toBe(
      "## ❌ The job `train` failed: the API reported success, but had done nothing",
    );

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
  test("its own line tells", async () => {
    const { github, sandbox } = await worldOf();
    const { report } = await playDag(github, sandbox, 1, { handOn: dropped });

    expect(report.exitCode).toBe(0);
    expect(headline(report)).toBe("## ✅ 20 books refreshed, 3 model artifacts trained");
    expect(report.summary).toContain("- The job `scrape` handed on no output `run`.");
  });
});

describe("a report on jobs that never were", () => {
  test("is red where a success has no work to show", async () => {
    const run = await reportOn(needing({ ...TOLD, tasks: [] }));

    expect(run).toMatchObject({ exitCode: 1, outputs: { result: "unknown" } });
    expect(run.annotations.map(({ level }) => level)).toEqual(["error", "notice"]);
  });

  test("when every job was skipped nothing ran, and nothing failed", async () => {
    const run = await reportOn(JSON.stringify({ scrape: { result: "skipped" } }), {
      language: "pt-BR",
    });

    expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: "", run: "" } });
    expect(headline(run)).toBe("## ⚪ Nada rodou: todos os jobs foram pulados");
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
});
