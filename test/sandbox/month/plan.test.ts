import { expect, test } from "@jest/globals";
import type { MonthOptions } from "../../../sandbox/month/options.ts";
import { planMonth } from "../../../sandbox/month/plan.ts";

const NONE: ReadonlySet<number> = new Set();
const QUIET: MonthOptions = { days: 30, faults: [], late: NONE, missed: NONE, rerun: NONE };

/** The days that have a run. */
function runsOf(change: Partial<MonthOptions> = {}, books = 200) {
  return planMonth({ ...QUIET, ...change }, books).filter((planned) => planned.kind === "run");
}

test("each day is due at the schedule's time, and its number is its date", () => {
  const runs = runsOf();
  expect(runs.map(({ day }) => day)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  for (const { day, startsAtMs, lateMs } of runs) {
    const due = new Date(startsAtMs - lateMs).toISOString();
    expect(due).toBe(`2026-06-${String(day).padStart(2, "0")}T06:17:00.000Z`);
  }
});

test("every run starts some minutes late, and a late one hours", () => {
  for (const { day, lateMs, isVeryLate } of runsOf({ late: new Set([7]) })) {
    const hours = lateMs / 3_600_000;
    expect(isVeryLate).toBe(day === 7);
    expect(hours).toBeGreaterThan(day === 7 ? 4.4 : 0.02);
    expect(hours).toBeLessThan(day === 7 ? 4.6 : 0.16);
  }
});

test("the shop never shrinks, grows by a few books at a time, and not every day", () => {
  const books = runsOf().map((run) => run.books);
  const changes = books.slice(1).map((count, index) => count - (books[index] ?? 0));
  expect(books[0]).toBe(200);
  expect(new Set(changes)).toEqual(new Set([0, 1, 2, 3]));
});

test("faults strike on their days, together with others", () => {
  const runs = runsOf({
    days: 4,
    faults: [
      { fault: "half-shop:30", days: new Set([2, 3]) },
      { fault: "slow-answers", days: new Set([3]) },
      { fault: "down", days: new Set([4]) },
    ],
  });
  expect(runs.map(({ faults, isDown }) => [...faults, ...(isDown ? ["down"] : [])])).toEqual([
    [],
    ["half-shop:30"],
    ["half-shop:30", "slow-answers"],
    ["down"],
  ]);
});

test("a missed day has no run, and changes nothing of the days after it", () => {
  const [first, missed, ...others] = planMonth({ ...QUIET, missed: new Set([2]) }, 200);
  const quiet = planMonth(QUIET, 200);
  expect(missed).toEqual({ kind: "missed", day: 2, dueAtMs: Date.parse("2026-06-02T06:17:00Z") });
  expect([first, ...others]).toEqual(quiet.toSpliced(1, 1));
});

test("a day is run again within the time in which a re-run resumes", () => {
  const [run] = runsOf({ days: 1, rerun: new Set([1]) });
  const minutes = ((run?.againAtMs ?? 0) - (run?.startsAtMs ?? 0)) / 60_000;
  expect(minutes).toBe(40);
});
