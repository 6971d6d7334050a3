import type { MemoryGap } from "../../../src/pipeline/ports.ts";
import type { Note } from "../../../src/pipeline/run.ts";
import type { DataNow } from "../../../src/report/data-now.ts";
import type { Voice } from "../../../src/report/voice.ts";
import type { HistoryWords } from "../../../src/report/words/history-words.ts";

/** Values for tables about notes and data: by type, none of a closed union can be left out. */

type ByKind<T extends { kind: string }> = {
  readonly [K in T["kind"]]: readonly Omit<Extract<T, { kind: K }>, "kind">[];
};

export const DAY = new Date("2026-11-19T09:21:00Z");
const MODEL = { trainedAt: DAY, records: 997 };

const UNREADABLE = { kind: "unreadable", code: "timed-out" } as const;
const counted = (records: number) => ({ kind: "counted", records }) as const;
const afterScrape = [
  { after: undefined },
  { before: 1000, after: undefined },
  { before: 1, after: UNREADABLE },
  { after: counted(1) },
  { before: 1000, after: counted(1000) },
  { before: 1000, after: counted(400) },
  { after: undefined, model: { trainedAt: DAY } },
  { before: 1000, after: counted(400), model: MODEL },
];
const afterGate = [{}, { stored: 1 }, { stored: 1000 }];

const data: ByKind<DataNow> = {
  untouched: [{}, { before: 1 }, { before: 1000 }, { now: 20 }, { before: 1000, now: 990 }],
  "scrape-refused": [
    { after: undefined },
    { before: 1000, after: undefined },
    { before: 1, after: { kind: "unreadable", code: "timed-out" } },
    { before: 1000, after: { kind: "counted", records: 1000 } },
  ],
  "scrape-failed": afterScrape,
  "scrape-unknown": afterScrape,
  "gate-shut": [{ reported: 1 }, { reported: 1000 }, { stored: 400, reported: 1000, model: MODEL }],
  "not-trained": [...afterGate, { stored: 1000, model: MODEL }],
  "training-unknown": afterGate,
  done: afterGate,
};

const gaps: Readonly<Record<MemoryGap, true>> = {
  "no-token": true,
  "no-permission": true,
  "bad-token": true,
  "too-large": true,
  "no-answer": true,
  malformed: true,
  "outside-actions": true,
};
const notes: ByKind<Note> = {
  "memory-gap": keys(gaps).map((reason) => ({ reason })),
  observed: [
    { code: "connection-lost", records: 1 },
    { code: "timed-out", records: 1000 },
  ],
  "told-late": [{ journal: "read" }, { journal: "unreadable" }],
  "short-password": [{}],
  "no-baseline": [{}],
  "stored-unchecked": [{}],
  "stale-stats": [{ stats: 1, features: 1000 }],
  "false-alarm": [{ times: 1 }, { times: 3 }],
  "not-served": [
    { problem: { kind: "differs", stored: 1000, served: 1 } },
    { problem: { kind: "unreadable", code: "timed-out" } },
  ],
};

const run = { number: 107, at: DAY, page: "https://github.example/runs/107" };
const nowhere = { ...run, page: undefined };
const shared = { isTold: true, task: undefined, code: undefined };

/** Whole sentences about earlier runs and the schedule. */
export const HISTORY: readonly (readonly [
  name: string,
  say: (words: HistoryWords, voice: Voice) => string,
])[] = [
  ["one run unread", (w, v) => w.unread(1, v)],
  ["runs unread", (w, v) => w.unread(3, v)],
  ["first run", (w, v) => w.firstRun(90, v)],
  ["first run, unbounded", (w, v) => w.firstRun(undefined, v)],
  ["horizon", (w, v) => w.horizon(1, v)],
  ["third in a row", (w, v) => w.streak({ runs: 3, orMore: false }, v)],
  ["31st at least", (w, v) => w.streak({ runs: 31, orMore: true }, v)],
  ["last good", (w, v) => w.lastGood({ ...run, records: 1 }, v)],
  ["last good, not counted", (w, v) => w.lastGood({ ...nowhere, records: undefined }, v)],
  ["no good", (w, v) => w.noGood({ since: DAY, retentionDays: 90 }, v)],
  ["no good, unbounded", (w, v) => w.noGood({ since: DAY, retentionDays: undefined }, v)],
  ["one missed", (w, v) => w.missed({ runs: 1, orMore: false, due: ["X"] }, v)],
  ["many missed", (w, v) => w.missed({ runs: 100, orMore: true, due: ["X", "Y"] }, v)],
  ["disabled soon", (w, v) => w.disabled(1, v)],
  ["disabled any day", (w, v) => w.disabled(0, v)],
  ["durations", (w, v) => w.charts.durations({ work: "both", runs: 14, leastMs: 1, mostMs: 2 }, v)],
  ["same", (w, v) => w.charts.durations({ work: "train", runs: 3, leastMs: 2, mostMs: 2 }, v)],
  ["records", (w, v) => w.charts.records({ runs: 14, least: 1, most: 1000, last: 997 }, v)],
];

/** What stands in a list, a cell or a title, without a full stop. */
export const HISTORY_PHRASES: typeof HISTORY = [
  ["heading", (w, v) => w.heading({ runs: 30, succeeded: 28, since: DAY }, v)],
  ["all succeeded", (w, v) => w.heading({ runs: 30, succeeded: 30, since: DAY }, v)],
  ["none succeeded", (w, v) => w.heading({ runs: 2, succeeded: 0, since: DAY }, v)],
  ["square", (w, v) => w.square({ past: run, result: "failed", isTold: true }, v)],
  ["untold", (w, v) => w.square({ past: run, result: "cancelled", isTold: false }, v)],
  ["this one", (w, v) => w.square({ past: undefined, result: "unknown", isTold: true }, v)],
  [
    "failed without a line",
    (w, v) =>
      w.setback(
        { ...shared, oldest: run, newest: run, runs: 1, result: "failed", isTold: false },
        v,
      ),
  ],
  [
    "cancelled without a line",
    (w, v) =>
      w.setback(
        { ...shared, oldest: run, newest: run, runs: 1, result: "cancelled", isTold: false },
        v,
      ),
  ],
  [
    "cancelled",
    (w, v) =>
      w.setback(
        { ...shared, oldest: run, newest: run, runs: 1, result: "cancelled", task: "X" },
        v,
      ),
  ],
  [
    "unknown",
    (w, v) =>
      w.setback(
        {
          ...shared,
          oldest: nowhere,
          newest: nowhere,
          runs: 1,
          result: "unknown",
          task: "X",
          code: "timed-out",
        },
        v,
      ),
  ],
  [
    "failed in a row",
    (w, v) =>
      w.setback(
        {
          ...shared,
          oldest: run,
          newest: { ...run, number: 109 },
          runs: 3,
          result: "failed",
          code: "no-data",
        },
        v,
      ),
  ],
];

export const DATA: readonly DataNow[] = listOf(data);
export const NOTES: readonly Note[] = listOf(notes);

function listOf<T extends { kind: string }>(byKind: ByKind<T>): readonly T[] {
  return keys(byKind).flatMap((kind: T["kind"]) =>
    byKind[kind].map((rest) => ({ kind, ...rest }) as unknown as T),
  );
}

function keys<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record) as K[];
}
