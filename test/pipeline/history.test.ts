import { describe, expect, test } from "@jest/globals";
import {
  failuresSinceGood,
  lastProved,
  NO_HISTORY,
  usualMs,
  type History,
  type PastRun,
} from "../../src/pipeline/history.ts";
import type { LedgerEntry } from "../../src/pipeline/ledger.ts";
import type { Result } from "../../src/pipeline/names.ts";

function past(result: Result, entry?: Partial<LedgerEntry>): PastRun {
  const base = { url: "https://github.com/acme/books/actions/runs/1", number: 1, result };
  const startedAt = new Date(0);
  if (!entry) return { ...base, startedAt, attempts: [] };
  const whole = { result, pipeline: "daily", attempt: 1, ...entry };
  return { ...base, startedAt, entry: whole, attempts: [{ startedAt, entry: whole }] };
}

/** Newest first. */
function historyOf(...runs: readonly PastRun[]): History {
  return { ...NO_HISTORY, runs };
}

const good = (scrapeSeconds: number) => past("succeeded", { records: 20, scrapeSeconds });

describe("what is usual", () => {
  test.each([
    ["the middle one", [good(70), good(10), good(60)], 60_000],
    ["between the two in the middle", [good(1), good(2), good(4), good(9)], 3000],
    ["not known by two", [good(1), good(2)], undefined],
    [
      "told by runs that succeeded",
      [past("failed", { scrapeSeconds: 500 }), good(1), good(2), good(3)],
      2000,
    ],
    [
      "told by runs that scraped",
      [good(1), good(2), past("succeeded", { records: 20 })],
      undefined,
    ],
  ])("is %s", (_, runs, ms) => {
    expect(usualMs(historyOf(...runs), "scrape")).toBe(ms);
    expect(usualMs(historyOf(...runs), "train")).toBeUndefined();
  });
});

describe("failures in a row", () => {
  const bad = past("failed", {});
  test.each([
    ["none before the first run", [], 0],
    ["none after a good run", [good(1), bad], 0],
    ["all up to the last good one, the unknown among them", [bad, past("unknown", {}), good(1)], 2],
    ["those that left no line", [past("failed"), bad, good(1)], 2],
    ["a cancelled run neither counts nor ends the row", [bad, past("cancelled"), bad, good(1)], 2],
    ["all that GitHub keeps", [bad, bad, bad], 3],
  ])("are %s", (_, runs, count) => {
    expect(failuresSinceGood(runs)).toHaveLength(count);
  });
});

test("the last proof is the newest run that succeeded and counted", () => {
  const dryRun = past("succeeded", {});
  const untold = past("failed");

  expect(lastProved(historyOf(untold, dryRun, good(1), good(2)))).toEqual(good(1).attempts[0]);
  expect(lastProved(historyOf(untold, dryRun))).toBeUndefined();
  // Somebody ran a good run again, and that failed.
  const again = {
    ...past("failed", {}),
    attempts: [...past("failed", {}).attempts, ...good(3).attempts],
  };
  expect(lastProved(historyOf(again, good(1)))).toEqual(good(3).attempts[0]);
  // An older run ran again after a newer one, and its data are what is stored.
  const [first] = good(3).attempts;
  const late = { ...good(3), attempts: first ? [{ ...first, startedAt: new Date(1) }] : [] };
  expect(lastProved(historyOf(good(1), late))).toEqual(late.attempts[0]);
});
