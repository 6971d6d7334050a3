import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { alarmOf, type Alarm, type Weighed } from "../../src/alerts/alarm.ts";
import { NO_HISTORY, type History, type PastRun } from "../../src/pipeline/history.ts";
import type { LedgerEntry } from "../../src/pipeline/ledger.ts";
import { RESULTS, type Result } from "../../src/pipeline/names.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const NOW = new Date("2026-11-22T09:17:00Z");
const RUN_NUMBER = 108;

type Line = Partial<LedgerEntry> & { readonly result: Result };

const BOTH = { result: "succeeded", records: 20, artifacts: 3 } as const;
/** What runs left, by letters. */
const LINES: Readonly<Record<string, Line>> = {
  // Good: all of the work, and each half of it.
  G: BOTH,
  s: { result: "succeeded", records: 20 },
  t: { result: "succeeded", artifacts: 3 },
  F: { result: "failed", failed: "health" },
  S: { result: "failed", failed: "gate" },
  T: { result: "unknown", failed: "train" },
  U: { result: "unknown" },
  C: { result: "cancelled" },
  // Its news was not heard.
  X: { result: "failed" },
};

/** A run so many days ago; `f` failed without a line. */
function past(daysAgo: number, letter: string): PastRun {
  const startedAt = new Date(NOW.getTime() - daysAgo * DAY_MS);
  const line = LINES[letter] ?? { result: "failed" };
  const base = {
    url: "https://github.com/acme/books/actions/runs/1",
    number: RUN_NUMBER - daysAgo,
    startedAt,
    result: line.result,
  };
  if (letter === "f") return { ...base, attempts: [] };
  const entry = { pipeline: "daily", attempt: 1, ...line };
  const attempts = [{ startedAt, entry }];
  return { ...base, entry, attempts, ...(letter === "X" ? { isUnheard: true } : {}) };
}

/** @param runs newest first */
function historyOf(runs: string): History {
  return { ...NO_HISTORY, runs: runs.split("").map((letter, index) => past(index + 1, letter)) };
}

interface Change extends Partial<Omit<Weighed, "entry">> {
  readonly attempt?: number;
}

function run(line: Result | Line, { attempt = 1, ...change }: Change = {}): Weighed {
  const whole = line === "succeeded" ? BOTH : typeof line === "string" ? { result: line } : line;
  return { entry: { attempt, ...whole }, startedAt: NOW, runNumber: RUN_NUMBER, ...change };
}

function saidOf(alarm: Alarm, why: "failing" | "stalled"): string {
  if (alarm.kind !== "raised") return alarm.kind;
  expect(alarm.why).toBe(why);
  return `${alarm.inARow} in a row${alarm.isFirst ? ", first" : ""}`;
}

describe("a run that failed", () => {
  test.each<readonly [runs: string, after: number, alarm: string]>([
    ["", 1, "1 in a row, first"],
    ["G", 1, "1 in a row, first"],
    ["F", 1, "2 in a row"],
    ["UFG", 1, "3 in a row"],
    ["f", 1, "2 in a row, first"],
    ["fF", 1, "3 in a row"],
    ["CG", 1, "1 in a row, first"],
    ["CFG", 1, "2 in a row"],
    ["", 2, "quiet"],
    ["G", 2, "quiet"],
    ["FG", 2, "2 in a row, first"],
    ["FFG", 2, "3 in a row"],
    ["fFG", 2, "3 in a row, first"],
    ["CFG", 2, "2 in a row, first"],
    ["FFG", 4, "quiet"],
  ])("after %j, alarmed after %i: %s", (runs, after, said) => {
    const alarm = alarmOf(run("failed"), historyOf(runs), after);

    expect(saidOf(alarm, "failing")).toBe(said);
    expect(alarmOf(run("unknown"), historyOf(runs), after)).toEqual(alarm);
  });

  test("says since when", () => {
    expect(alarmOf(run("failed"), historyOf("FCFGF"), 1)).toMatchObject({
      since: new Date(NOW.getTime() - 3 * DAY_MS),
    });
    expect(alarmOf(run("failed"), historyOf("CG"), 1)).toMatchObject({ since: NOW });
  });

  test("is told where nobody knows the runs before, whatever their number must be", () => {
    expect(alarmOf(run("failed"), undefined, 5)).toEqual({
      kind: "raised",
      why: "failing",
      inARow: undefined,
      since: NOW,
      isFirst: true,
    });
  });
});

describe("a run that was cancelled", () => {
  test.each<readonly [runs: string, after: number, alarm: string]>([
    ["", 1, "quiet"],
    ["CG", 1, "quiet"],
    ["CCG", 1, "3 in a row, first"],
    ["CCCG", 1, "4 in a row"],
    ["CFG", 1, "3 in a row"],
    ["CFG", 2, "3 in a row, first"],
    ["CCCG", 5, "quiet"],
    ["CCCCG", 5, "5 in a row, first"],
    ["GCCC", 1, "quiet"],
  ])("after %j, alarmed after %i: %s", (runs, after, said) => {
    const alarm = alarmOf(run("cancelled"), historyOf(runs), after);

    expect(saidOf(alarm, "stalled")).toBe(said);
  });

  test("says nothing where nobody knows the runs before", () => {
    expect(alarmOf(run("cancelled"), undefined, 1)).toEqual({ kind: "quiet" });
  });
});

describe("a run that succeeded", () => {
  test.each<readonly [runs: string, after: number, setbacks: number, wasRaised: boolean]>([
    ["", 1, 0, false],
    ["GF", 1, 0, false],
    ["FG", 1, 1, true],
    ["CFUG", 1, 2, true],
    ["FG", 2, 1, false],
    ["fG", 1, 1, false],
    ["CCCG", 1, 0, true],
  ])("after %j, alarmed after %i: %i setbacks, alarmed: %s", (runs, after, setbacks, wasRaised) => {
    expect(alarmOf(run("succeeded"), historyOf(runs), after)).toEqual({
      kind: "clear",
      setbacks,
      wasRaised,
    });
  });

  test("clears what may stand open where nobody knows the runs before", () => {
    expect(alarmOf(run("succeeded"), undefined, 1)).toEqual({
      kind: "clear",
      setbacks: 0,
      wasRaised: false,
    });
  });
});

describe("half of the work", () => {
  const { s: scraped, t: trained } = LINES;

  test.each<readonly [half: string, runs: string, alarm: string]>([
    ["t", "SG", "quiet"],
    ["s", "SG", "clear"],
    ["s", "TG", "quiet"],
    ["t", "TG", "clear"],
    ["t", "FG", "clear"],
    ["t", "fG", "clear"],
    ["t", "tSG", "quiet"],
    ["s", "tSG", "clear"],
    ["t", "STG", "quiet"],
    ["t", "G", "clear"],
    ["t", "", "clear"],
  ])("%s after %j: %s, as it makes good only what it has done", (half, runs, said) => {
    const line = half === "s" ? scraped : trained;
    expect(alarmOf(run(line ?? "failed"), historyOf(runs), 1).kind).toBe(said);
  });

  test("in between does not end what was raised before", () => {
    expect(alarmOf(run("succeeded"), historyOf("tSG"), 1)).toEqual({
      kind: "clear",
      setbacks: 1,
      wasRaised: true,
    });
    expect(alarmOf(run("failed"), historyOf("tSG"), 1)).toMatchObject({
      inARow: 1,
      isFirst: false,
    });
  });
});

describe("news that was not heard", () => {
  test("is told again, and its end is not", () => {
    expect(alarmOf(run("failed"), historyOf("XG"), 1)).toMatchObject({ inARow: 2, isFirst: true });
    expect(alarmOf(run("failed"), historyOf("FXG"), 1)).toMatchObject({ isFirst: false });
    expect(alarmOf(run("succeeded"), historyOf("XG"), 1)).toMatchObject({ wasRaised: false });
  });
});

describe("an earlier attempt of the same run", () => {
  const again = (line: Line, runs = "G") => ({
    ...historyOf(runs),
    attempts: [{ startedAt: NOW, entry: { pipeline: "daily", attempt: 1, ...line } }],
  });
  const second = { attempt: 2 };

  test("that failed has been told, and is made good", () => {
    const history = again({ result: "failed" });
    expect(alarmOf(run("failed", second), history, 1)).toMatchObject({ inARow: 1, isFirst: false });
    expect(alarmOf(run("succeeded", second), history, 1)).toEqual({
      kind: "clear",
      setbacks: 1,
      wasRaised: true,
    });
  });

  test("that succeeded ended what was before it", () => {
    const history = again(BOTH, "FFG");
    expect(alarmOf(run("failed", second), history, 1)).toMatchObject({
      inARow: 1,
      isFirst: true,
    });
  });

  const attempts = (...lines: readonly (readonly [attempt: number, result: Result])[]) =>
    lines.map(([attempt, result]) => ({
      startedAt: new Date(NOW.getTime() + attempt * HOUR_MS),
      entry: { pipeline: "daily", attempt, result },
    }));

  test("says since when it goes on, and is no other run", () => {
    const history = { ...historyOf("G"), attempts: attempts([2, "failed"], [1, "failed"]) };
    const third = { attempt: 3, startedAt: new Date(NOW.getTime() + 3 * HOUR_MS) };
    expect(alarmOf(run("failed", third), history, 1)).toMatchObject({
      inARow: 1,
      since: new Date(NOW.getTime() + HOUR_MS),
      isFirst: false,
    });
    expect(alarmOf(run("failed", third), history, 2)).toEqual({ kind: "quiet" });
    expect(alarmOf(run("succeeded", third), history, 2)).toEqual({
      kind: "clear",
      setbacks: 1,
      wasRaised: false,
    });
  });

  test("that a newer run has made good counts no more", () => {
    const newer = { ...past(-1, "G"), startedAt: new Date(NOW.getTime() + 2 * HOUR_MS) };
    const history = { runs: [newer, past(1, "G")], attempts: attempts([1, "failed"]) };
    const startedAt = new Date(NOW.getTime() + 3 * HOUR_MS);
    expect(alarmOf(run("failed", { attempt: 2, startedAt }), history, 1)).toMatchObject({
      inARow: 1,
      since: startedAt,
      isFirst: true,
    });
  });

  test("is not this one, whose own line a post step may find", () => {
    const history = { ...historyOf("G"), attempts: attempts([1, "failed"]) };
    expect(alarmOf(run("failed"), history, 1)).toMatchObject({ inARow: 1, isFirst: true });
  });
});

describe("a run that a newer one has overtaken says nothing", () => {
  const newer = (letter: string) => ({ ...NO_HISTORY, runs: [past(-1, letter), past(1, "F")] });

  test.each(RESULTS)("that %s", (result) => {
    expect(alarmOf(run(result), newer("G"), 1)).toEqual({ kind: "quiet" });
    expect(alarmOf(run(result), newer("F"), 1)).toEqual({ kind: "quiet" });
  });

  test("unless that was cancelled: then nothing newer is known", () => {
    expect(alarmOf(run("failed"), newer("C"), 1)).toMatchObject({ kind: "raised" });
  });

  test("of a run that ran again its attempt counts, not its number", () => {
    const again = run("failed", { attempt: 2, startedAt: new Date(NOW.getTime() + 2 * DAY_MS) });
    expect(alarmOf(again, newer("G"), 1)).toMatchObject({ kind: "raised" });
    const before = run("failed", { attempt: 2 });
    expect(alarmOf(before, newer("G"), 1)).toEqual({ kind: "quiet" });
  });

  test("outside of GitHub none is newer", () => {
    const alarm = alarmOf(run("failed", { runNumber: undefined }), newer("G"), 1);
    expect(alarm).toMatchObject({ kind: "raised" });
  });
});

const LETTERS: Readonly<Record<Result, string>> = {
  succeeded: "G",
  failed: "F",
  unknown: "U",
  cancelled: "C",
};

/** Each run as it came, with all that was before it. */
test("of any row of runs, each streak is first told once and its end at most once", () => {
  const results = fc.array(fc.constantFrom(...RESULTS), { maxLength: 40 });
  fc.assert(
    fc.property(results, fc.integer({ min: 1, max: 5 }), (row, after) => {
      let isOpen = false;
      const said = row.map((result, index) => {
        const before = row
          .slice(0, index)
          .toReversed()
          .map((other, back) => past(back + 1, LETTERS[other]));
        const alarm = alarmOf(run(result), { ...NO_HISTORY, runs: before }, after);
        const wasOpen = isOpen;
        if (alarm.kind !== "quiet") isOpen = alarm.kind === "raised";
        return { alarm, wasOpen };
      });

      const firsts = said.flatMap(({ alarm, wasOpen }) =>
        alarm.kind === "raised" ? [[alarm.isFirst, !wasOpen]] : [],
      );
      const ends = said.flatMap(({ alarm, wasOpen }) =>
        alarm.kind === "clear" ? [[alarm.wasRaised, wasOpen]] : [],
      );
      for (const [told, expected] of [...firsts, ...ends]) expect(told).toBe(expected);
    }),
  );
});
