import type { MemoryGap } from "../../../src/pipeline/ports.ts";
import type { Note } from "../../../src/pipeline/run.ts";
import type { DataNow } from "../../../src/report/data-now.ts";

/** Values for tables about notes and data: by type, none of a closed union can be left out. */

type ByKind<T extends { kind: string }> = {
  readonly [K in T["kind"]]: readonly Omit<Extract<T, { kind: K }>, "kind">[];
};

const UNREADABLE = { kind: "unreadable", code: "timed-out" } as const;
const counted = (records: number) => ({ kind: "counted", records }) as const;
const afterScrape = [
  { after: undefined },
  { before: 1000, after: undefined },
  { before: 1, after: UNREADABLE },
  { after: counted(1) },
  { before: 1000, after: counted(1000) },
  { before: 1000, after: counted(400) },
];
const afterGate = [{}, { stored: 1 }, { stored: 1000 }];

const data: ByKind<DataNow> = {
  untouched: [{}, { before: 1 }, { before: 1000 }],
  "scrape-failed": afterScrape,
  "scrape-unknown": afterScrape,
  "gate-shut": [{ reported: 1 }, { reported: 1000 }, { stored: 400, reported: 1000 }],
  "not-trained": afterGate,
  "training-unknown": afterGate,
  done: afterGate,
};

const gaps: Readonly<Record<MemoryGap, true>> = {
  "no-token": true,
  "no-permission": true,
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
