import { describe, expect, test } from "@jest/globals";
import type { Failure } from "../../src/pipeline/failure.ts";
import type { BooksApi } from "../../src/pipeline/ports.ts";
import { settle } from "../../src/pipeline/settle.ts";
import { createDoor } from "../../src/text/plain.ts";

/** What one look at the statistics gives: their numbers, or a failure. */
type Look = string | Failure;

const BROKEN: Failure = { code: "rate-limited", status: 429 };
const CANCELLED: Failure = { code: "cancelled", mayBeWorking: false };
const RECORDS = 8;
/** More than any watch takes: one that goes on for ever fails its test instead of hanging it. */
const MAX_LOOKS = 1_000;

/** Watches an API that says these in turn, the last for ever; a look takes no time, a pause does. */
async function watch(looks: readonly Look[], before: string | undefined, timeMs = 20_000) {
  let nowMs = 0;
  let taken = 0;
  const pauses: number[] = [];
  const stats: BooksApi["stats"] = () => {
    if (taken === MAX_LOOKS) throw new Error(`more than ${MAX_LOOKS} looks`);
    const look = looks[Math.min(taken, looks.length - 1)] ?? BROKEN;
    taken += 1;
    return Promise.resolve(
      typeof look === "string"
        ? { kind: "proved", value: { records: RECORDS, numbers: look } }
        : { kind: "failed", failure: look },
    );
  };
  const end = await settle(lost(), before, {
    api: { stats } as BooksApi,
    clock: { nowMs: () => nowMs, today: () => new Date(0) },
    pause: (ms) => {
      pauses.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
    endsAtMs: timeMs,
  });
  return { end, looks: taken, pauses, nowMs };
}

function lost(): Failure {
  const door = createDoor((text) => text);
  return { code: "connection-lost", during: "body", detail: door("aborted") };
}

const OBSERVED = {
  kind: "proved",
  facts: { reported: RECORDS },
  notes: [{ kind: "observed", code: "connection-lost", records: RECORDS }],
};

describe("a lost answer is settled by numbers that changed and hold for three looks", () => {
  test.each<[string, readonly Look[], number]>([
    ["at once", ["new"], 3],
    ["after a while", ["old", "old", "new"], 5],
    ["after a second change", ["new", "newer", "newer", "newest"], 6],
    ["after a look that failed", ["new", "new", BROKEN, "new"], 6],
    ["after looks that failed", [BROKEN, BROKEN, BROKEN, "new"], 6],
  ])("%s", async (_case, looks, taken) => {
    const watched = await watch(looks, "old");
    expect(watched.end).toEqual(OBSERVED);
    expect(watched.looks).toBe(taken);
  });
});

describe("it stays unknown, with what was seen last,", () => {
  const counted = { aftermath: { kind: "counted", records: RECORDS } };
  test.each<[string, readonly Look[], object]>([
    ["when the numbers never change", ["old"], counted],
    ["when they change and come back", ["new", "new", "old"], counted],
    ["when they flap", Array.from({ length: 50 }, (_, at) => `${at}`), counted],
    [
      "when they cannot be read",
      [BROKEN],
      { aftermath: { kind: "unreadable", code: "rate-limited" } },
    ],
  ])("%s", async (_case, looks, facts) => {
    const { end, nowMs } = await watch(looks, "old");
    expect(end).toEqual({ kind: "unknown", failure: lost(), facts });
    expect(nowMs).toBeLessThan(20_000);
  });

  test("when there is nothing to compare with, after one look", async () => {
    const watched = await watch(["new"], undefined);
    expect(watched.end).toEqual({ kind: "unknown", failure: lost(), facts: counted });
    expect(watched.looks).toBe(1);
  });
});

test("cancelled while it watched: the API may still be at work", async () => {
  const { end, looks } = await watch(["old", CANCELLED], "old");
  expect(end).toEqual({ kind: "failed", failure: { code: "cancelled", mayBeWorking: true } });
  expect(looks).toBe(2);
});

describe("the API is looked at twenty times", () => {
  test.each([
    ["spread over the time that is left", 100_000, 5_000, 20],
    ["not more than once a second", 5_000, 1_000, 5],
    ["not less than once in 15 s", 600_000, 15_000, 40],
  ])("%s", async (_case, timeMs, pauseMs, looks) => {
    const watched = await watch(["old"], "old", timeMs);
    expect(new Set(watched.pauses)).toEqual(new Set([pauseMs]));
    expect(watched.looks).toBe(looks);
  });
});
