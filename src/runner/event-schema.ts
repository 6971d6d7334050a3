import * as v from "valibot";
import { FAILURE_CODES } from "../pipeline/failure.ts";
import { TASK_NAMES } from "../pipeline/names.ts";
import type { MemoryGap, NoAnswer, Served } from "../pipeline/ports.ts";
import type { Aftermath, Facts, Note, NotServed, RequestLine, TaskEnd } from "../pipeline/run.ts";
import type { Paths } from "../settings/settings.ts";
import { FIRST_ISSUE } from "../text/first-issue.ts";
import type { Door, Plain } from "../text/plain.ts";
import { amount, count, failureSchema } from "./failure-schema.ts";
import type { JournalEvent, JournalTick } from "./journal.ts";
import { PARTS } from "./publish.ts";
import { unionOf, wordOf, type SchemaOf, type Shape } from "./shapes.ts";

const task = v.picklist(TASK_NAMES);
const code = v.picklist(FAILURE_CODES);

const served = unionOf<Served, "kind">("kind", {
  counted: { records: count },
  "too-large": { limitBytes: count },
});
const aftermath = unionOf<Aftermath, "kind">("kind", {
  counted: { records: count },
  unreadable: { code },
});
const notServed = unionOf<NotServed, "kind">("kind", {
  differs: { stored: count, served: count },
  unreadable: { code },
});
const memoryGap = wordOf<MemoryGap>({
  "no-token": true,
  "no-permission": true,
  "bad-token": true,
  "no-answer": true,
  "too-large": true,
  malformed: true,
  "outside-actions": true,
});
const noAnswer = wordOf<NoAnswer>({
  "not-sent": true,
  lost: true,
  deadline: true,
  "too-large": true,
  garbage: true,
  cancelled: true,
});
const path = wordOf<keyof Paths>({
  login: true,
  scrape: true,
  training: true,
  health: true,
  stats: true,
  features: true,
});
const note = unionOf<Note, "kind">("kind", {
  observed: { code, records: count },
  "told-late": { journal: wordOf({ read: true, unreadable: true }) },
  "short-password": {},
  "memory-gap": { reason: memoryGap },
  "no-baseline": {},
  "stored-unchecked": {},
  "stale-stats": { stats: count, features: count },
  "false-alarm": { times: count },
  "not-served": { problem: notServed },
});

/** One line of a journal. Whatever is text in it goes through the door once more. */
export function eventSchema(door: Door): SchemaOf<JournalEvent> {
  const text = textSchema(door);
  const failure = failureSchema(text);
  const facts = shaped<Facts>({
    countedBefore: v.exactOptional(count),
    numbersBefore: v.exactOptional(text),
    rememberedBefore: v.exactOptional(count),
    before: v.exactOptional(count),
    reported: v.exactOptional(count),
    resumedFrom: v.exactOptional(count),
    stored: v.exactOptional(count),
    artifacts: v.exactOptional(v.array(text)),
    served: v.exactOptional(served),
    aftermath: v.exactOptional(aftermath),
  });
  const found = { facts: v.exactOptional(facts), notes: v.exactOptional(v.array(note)) };
  const end: SchemaOf<TaskEnd> = v.union([
    v.object({ kind: v.literal("proved"), ...found }),
    v.object({ kind: v.picklist(["failed", "unknown"]), failure, ...found }),
  ]);
  const request = shaped<RequestLine>({
    task,
    of: path,
    method: text,
    path: text,
    answer: v.union([count, noAnswer]),
    tookMs: amount,
    endedMs: amount,
    bytes: count,
    attempt: count,
  });
  const event = unionOf<JournalEvent, "kind">("kind", {
    "task-started": { task, atMs: amount },
    "task-ended": { task, atMs: amount, end },
    "request-ended": { request },
    waiting: { task, failure, waitMs: amount },
  });
  return v.config(event, FIRST_ISSUE);
}

/** A line that says what of the report is written. */
export function tickSchema(door: Door): SchemaOf<JournalTick> {
  const failure = v.exactOptional(failureSchema(textSchema(door)));
  return v.object({ kind: v.literal("told"), part: v.picklist(PARTS), failure });
}

function textSchema(door: Door): SchemaOf<Plain> {
  return v.pipe(
    v.string(),
    v.transform((said) => door(said)),
  );
}

function shaped<T>(shape: Shape<T>): SchemaOf<T> {
  return v.object(shape as v.ObjectEntries) as unknown as SchemaOf<T>;
}
