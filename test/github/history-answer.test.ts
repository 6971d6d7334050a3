import { describe, expect, test } from "@jest/globals";
import * as v from "valibot";
import { historyAnswer, historyOf } from "../../src/github/history-answer.ts";

const DAILY = { pipeline: "daily", parts: [] };

/** What is asked around a run of which nothing is told. */
function around(runs: object) {
  return { run: { createdAt: "2026-11-22T09:20:00Z", checkSuite: null, workflow: { runs } } };
}

test("what GitHub could not read is passed over, and the rest counts", () => {
  const run = {
    databaseId: 3,
    runNumber: 3,
    url: "https://github.com/acme/books/actions/runs/3",
    event: "push",
    createdAt: "2026-11-22T09:17:00Z",
  };
  const suite = { status: "COMPLETED", conclusion: null, updatedAt: run.createdAt };
  const unreadable = { databaseId: 1, startedAt: null, completedAt: null, annotations: null };
  const annotation = {
    title: "Orquestra: succeeded",
    message: "v=1 pipeline=daily attempt=1 records=20",
    annotationLevel: "NOTICE",
  };
  const readable = { ...unreadable, annotations: { nodes: [null, annotation] } };
  const nodes = [
    null,
    { ...run, checkSuite: null },
    { ...run, checkSuite: { ...suite, checkRuns: null } },
    { ...run, checkSuite: { ...suite, checkRuns: { totalCount: 2, nodes: [null, unreadable] } } },
    {
      ...run,
      databaseId: null,
      checkSuite: { ...suite, checkRuns: { totalCount: 1, nodes: [readable] } },
    },
  ];
  const answer = around({ nodes });

  expect(historyOf(v.parse(historyAnswer, answer), 7, DAILY)).toMatchObject({
    runs: [{ number: 3, entry: { records: 20 } }],
    attempts: [],
  });
});

test("a run that somebody ran again tells of each attempt, and counts as the newest", () => {
  const told = (databaseId: number, startedAt: string, result: string, line: string) => ({
    databaseId,
    startedAt,
    completedAt: null,
    annotations: {
      nodes: [{ title: `Orquestra: ${result}`, message: line, annotationLevel: "NOTICE" }],
    },
  });
  const nodes = [
    told(4, "2026-11-20T06:17:09Z", "succeeded", "v=1 pipeline=daily attempt=1 artifacts=3"),
    told(9, "2026-11-22T08:00:00Z", "failed", "v=1 pipeline=daily attempt=2 failed=health"),
    told(5, "2026-11-20T06:17:09Z", "succeeded", "v=1 pipeline=weekly attempt=1"),
  ];
  const run = {
    databaseId: 3,
    runNumber: 3,
    url: "https://github.com/acme/books/actions/runs/3",
    event: "schedule",
    createdAt: "2026-11-20T06:17:00Z",
    checkSuite: {
      status: "COMPLETED",
      conclusion: "FAILURE",
      updatedAt: "2026-11-22T08:02:00Z",
      checkRuns: { totalCount: 3, nodes },
    },
  };
  const answer = around({ nodes: [run] });

  expect(historyOf(v.parse(historyAnswer, answer), 7, DAILY).runs).toMatchObject([
    {
      startedAt: new Date("2026-11-20T06:17:00Z"),
      result: "failed",
      entry: { attempt: 2 },
      attempts: [
        { startedAt: new Date("2026-11-22T08:00:00Z"), entry: { attempt: 2 } },
        { startedAt: new Date("2026-11-20T06:17:09Z"), entry: { attempt: 1, artifacts: 3 } },
      ],
    },
  ]);
});

describe("of a run with more jobs than were read", () => {
  const job = (databaseId: number, result: string, pipeline: string, attempt = 1) => ({
    databaseId,
    startedAt: "2026-11-22T06:20:00Z",
    completedAt: "2026-11-22T06:22:00Z",
    annotations: {
      nodes: [
        {
          title: `Orquestra: ${result}`,
          message: `v=1 pipeline=${pipeline} attempt=${attempt}`,
          annotationLevel: "NOTICE",
        },
      ],
    },
  });
  const runWith = (totalCount: number, ...jobs: readonly object[]) => ({
    databaseId: 3,
    runNumber: 3,
    url: "https://github.com/acme/books/actions/runs/3",
    event: "schedule",
    createdAt: "2026-11-22T06:17:00Z",
    checkSuite: {
      status: "COMPLETED",
      conclusion: "FAILURE",
      updatedAt: "2026-11-22T06:30:00Z",
      checkRuns: { totalCount, nodes: jobs },
    },
  });
  const historyWith = (run: object) => {
    const { runs, unread } = historyOf(v.parse(historyAnswer, around({ nodes: [run] })), 7, DAILY);
    return { results: runs.map(({ result }) => result), unread };
  };

  test.each([
    ["without a word of any pipeline", runWith(2, { ...job(9, "failed", "x"), annotations: null })],
    ["with a word of another one", runWith(2, job(9, "failed", "north"))],
  ])("it is not known what it came to: %s", (_, run) => {
    expect(historyWith(run)).toEqual({ results: [], unread: 1 });
  });

  test("it is where its line is among the newest", () => {
    expect(historyWith(runWith(2, job(9, "succeeded", "daily", 2)))).toEqual({
      results: ["succeeded"],
      unread: undefined,
    });
  });

  test("and of one that was read to its end, where it left none", () => {
    const silent = { ...job(9, "failed", "x"), annotations: null };
    expect(historyWith(runWith(1, silent))).toEqual({ results: ["failed"], unread: undefined });
  });
});
