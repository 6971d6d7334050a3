import { expect, test } from "@jest/globals";
import * as v from "valibot";
import { historyAnswer, historyOf } from "../../src/github/history-answer.ts";

const DAILY = { pipeline: "daily", parts: [] };

test("what GitHub could not read is passed over, and the rest counts", () => {
  const run = {
    databaseId: 3,
    runNumber: 3,
    url: "https://github.com/acme/books/actions/runs/3",
    event: "push",
    createdAt: "2026-11-22T09:17:00Z",
  };
  const suite = { status: "COMPLETED", conclusion: null };
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
    { ...run, checkSuite: { ...suite, checkRuns: { nodes: [null, unreadable] } } },
    { ...run, databaseId: null, checkSuite: { ...suite, checkRuns: { nodes: [readable] } } },
  ];
  const answer = { run: { checkSuite: null, workflow: { runs: { nodes } } } };

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
    checkSuite: { status: "COMPLETED", conclusion: "FAILURE", checkRuns: { nodes } },
  };
  const answer = { run: { checkSuite: null, workflow: { runs: { nodes: [run] } } } };

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
