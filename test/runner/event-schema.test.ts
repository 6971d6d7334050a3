import { describe, expect, test } from "@jest/globals";
import * as v from "valibot";
import { TASK_NAMES } from "../../src/pipeline/names.ts";
import type { Facts } from "../../src/pipeline/run.ts";
import { eventSchema } from "../../src/runner/event-schema.ts";
import type { JournalEvent } from "../../src/runner/journal.ts";
import { createDoor, type Plain } from "../../src/text/plain.ts";
import { FAILURES } from "../report/words/failure-samples.ts";
import { NOTES } from "../report/words/samples.ts";

const schema = eventSchema(createDoor((text) => text.replaceAll("s3cret", "***")));
const FACTS: readonly Required<Facts>[] = [
  {
    countedBefore: 1,
    numbersBefore: "20 36.59 6",
    rememberedBefore: 2,
    before: 2,
    reported: 3,
    resumedFrom: 1,
    stored: 4,
    artifacts: ["tfidf_vectorizer.pkl" as Plain],
    served: { kind: "counted", records: 20 },
    aftermath: { kind: "counted", records: 8 },
  },
  {
    countedBefore: 0,
    numbersBefore: "",
    rememberedBefore: 0,
    before: 0,
    reported: 0,
    resumedFrom: 0,
    stored: 0,
    artifacts: [],
    served: { kind: "too-large", limitBytes: 8_388_608 },
    aftermath: { kind: "unreadable", code: "timed-out" },
  },
];
const IN_RUN = FAILURES.filter(({ code }) => code !== "settings-invalid");

const EVENTS: readonly JournalEvent[] = [
  ...TASK_NAMES.map((task): JournalEvent => ({ kind: "task-started", task, atMs: 0.5 })),
  ...FACTS.map((facts) => ended({ kind: "proved", facts })),
  ...NOTES.map((note) => ended({ kind: "proved", notes: [note] })),
  ...IN_RUN.map((failure) => ended({ kind: "failed", failure })),
  ...IN_RUN.map((failure) => ended({ kind: "unknown", failure, facts: {} })),
  ...IN_RUN.map((failure): JournalEvent => ({
    kind: "waiting",
    task: "login",
    failure,
    waitMs: 9,
  })),
  ...([200, "lost", "not-sent", "deadline", "too-large", "garbage", "cancelled"] as const).map(
    (answer): JournalEvent => ({
      kind: "request-ended",
      request: {
        task: "scrape",
        of: "scrape",
        method: "POST",
        path: "/api/v1/scrape/" as Plain,
        answer,
        tookMs: 1.25,
        endedMs: 2.5,
        bytes: 63,
        attempt: 2,
      },
    }),
  ),
];

function ended(end: Extract<JournalEvent, { kind: "task-ended" }>["end"]): JournalEvent {
  return { kind: "task-ended", task: "verify", atMs: 1234.5, end };
}

test.each(EVENTS.map((event) => [JSON.stringify(event), event] as const))(
  "%s comes back as it was",
  (line, event) => {
    expect(v.parse(schema, JSON.parse(line))).toEqual(event);
  },
);

test("text goes through the door once more: secrets and what is invisible do not come back", () => {
  const failure = { code: "internal-error", detail: "a\u001b[31m s3\u200bcret\n::error::b" };
  const line = { kind: "waiting", task: "login", failure, waitMs: 1 };

  expect(v.parse(schema, line)).toMatchObject({
    failure: { detail: "a *** ::error::b" },
  });
});

test("what an event has besides is dropped", () => {
  const line = { kind: "task-started", task: "login", atMs: 1, extra: "<img>" };

  expect(v.parse(schema, line)).toEqual({ kind: "task-started", task: "login", atMs: 1 });
});

describe("refused", () => {
  test.each([
    [null],
    [[]],
    ["task-started"],
    [{ kind: "task-started", task: "login" }],
    [{ kind: "task-started", task: "login", atMs: -1 }],
    [{ kind: "task-started", task: "login", atMs: null }],
    [{ kind: "task-started", task: "login", atMs: 1e300 }],
    [{ kind: "task-ended", task: "login", atMs: 1, end: { kind: "succeeded" } }],
    [{ kind: "task-ended", task: "login", atMs: 1, end: { kind: "failed" } }],
    [ended({ kind: "proved", facts: { stored: -1 } })],
    [ended({ kind: "proved", facts: { stored: 1.5 } })],
    [ended({ kind: "proved", facts: { stored: 2 ** 60 } })],
    [{ ...ended({ kind: "proved" }), end: { kind: "proved", notes: [{ kind: "party" }] } }],
    [{ kind: "waiting", task: "login", waitMs: 1, failure: { code: "settings-invalid" } }],
    [{ kind: "waiting", task: "login", waitMs: 1, failure: { code: "timed-out" } }],
  ])("%j", (line) => {
    expect(v.safeParse(schema, line).success).toBe(false);
  });
});
