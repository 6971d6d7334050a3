import { describe, expect, test } from "@jest/globals";
import { pauseMs, type Tried } from "../../src/books/pause.ts";
import type { Failure } from "../../src/pipeline/failure.ts";

const NOW = new Date("2026-11-22T06:00:00Z");
const HOUR_MS = 3_600_000;
/** So much of a backoff that 1 s, 2 s, 4 s … become 500 ms, 1 s, 2 s … */
const HALF = 0.5;

const LIMITED: Failure = { code: "rate-limited", status: 429 };
const BROKEN: Failure = { code: "api-error", status: 502 };
const told = (retryAfter: string) => ({ retryAfter });
const UNTOLD = { retryAfter: undefined };

function tried(retried: readonly Failure[], change: Partial<Tried> = {}): Tried {
  return { retried, retries: 3, isPatient: false, ...change };
}

describe("a backoff", () => {
  test.each<[string, readonly Failure[], number | undefined]>([
    ["is short at first", [], 500],
    ["doubles", [BROKEN], 1000],
    ["and again", [BROKEN, BROKEN], 2000],
    ["is over after the retries", [BROKEN, BROKEN, BROKEN], undefined],
    ["does not count the limits that were waited out", [LIMITED, BROKEN, LIMITED, LIMITED], 1000],
  ])("%s", (_case, retried, waitMs) => {
    expect(pauseMs("backoff", tried(retried), HOUR_MS, HALF, NOW)).toBe(waitMs);
  });

  test.each([
    ["leaves the next try its half second", 1000, HALF, 500],
    ["is not begun when it would leave less", 999, HALF, undefined],
    ["however short it is", 500, 0, undefined],
  ])("%s", (_case, remainingMs, random, waitMs) => {
    expect(pauseMs("backoff", tried([]), remainingMs, random, NOW)).toBe(waitMs);
  });
});

describe("a patient call", () => {
  const patient = { isPatient: true };
  test.each<[string, "backoff" | "hopeless", number, number | undefined]>([
    ["goes on after its retries", "backoff", HOUR_MS, 4000],
    ["uses the time that is left for a last try", "backoff", 2000, 1500],
    ["ends with its time", "backoff", 500, undefined],
    ["ends after its retries where waiting mends nothing", "hopeless", HOUR_MS, undefined],
  ])("%s", (_case, pace, remainingMs, waitMs) => {
    const retried = [BROKEN, BROKEN, BROKEN];
    expect(pauseMs(pace, tried(retried, patient), remainingMs, HALF, NOW)).toBe(waitMs);
  });

  test("of which waiting mends nothing does not use up its time either", () => {
    expect(pauseMs("hopeless", tried([BROKEN], patient), 1000, HALF, NOW)).toBeUndefined();
  });
});

describe("a limit", () => {
  test.each<
    [string, { retryAfter: string | undefined }, readonly Failure[], number, number | undefined]
  >([
    ["is waited out as told", told("7"), [], HOUR_MS, 7000],
    ["does not count as a retry", told("7"), [BROKEN, BROKEN, BROKEN], HOUR_MS, 7000],
    ["of nought costs a second", told("0"), [BROKEN], HOUR_MS, 1000],
    ["of nought again costs more", told("0"), [LIMITED, LIMITED], HOUR_MS, 4000],
    ["may take all but half a second", told("7"), [], 7500, 7000],
    ["is not waited for beyond that", told("7"), [], 7499, undefined],
    ["without a word is a minute", UNTOLD, [], HOUR_MS, 60_000],
    ["without a word fits into a task's minute", UNTOLD, [], 60_000, 55_000],
    ["without a word leaves 5 s for the answer", UNTOLD, [], 5001, 1],
    ["without a word is not waited for with less", UNTOLD, [], 5000, undefined],
  ])("%s", (_case, pace, retried, remainingMs, waitMs) => {
    expect(pauseMs(pace, tried(retried), remainingMs, HALF, NOW)).toBe(waitMs);
  });
});
