import { SeededRandom } from "../bookshop/random.ts";
import type { Fault } from "../faults.ts";
import { DOWN, type MonthOptions } from "./options.ts";

/** A day as it will be, before anything of it has happened. */
export type PlannedDay = RunDay | MissedDay;

export interface RunDay {
  readonly kind: "run";
  /** From 1. */
  readonly day: number;
  readonly startsAtMs: number;
  readonly lateMs: number;
  /** Later than schedules on GitHub usually are. */
  readonly isVeryLate: boolean;
  /** How many the shop has. */
  readonly books: number;
  readonly faults: readonly Fault[];
  /** Whether the API refuses every connection. */
  readonly isDown: boolean;
  /** When somebody runs it again, once what was wrong has been mended. */
  readonly againAtMs: number | undefined;
}

/** GitHub never started it. */
export interface MissedDay {
  readonly kind: "missed";
  readonly day: number;
  readonly dueAtMs: number;
}

/** The line of the shipped workflow, here without a time zone. */
export const CRON = "17 6 * * *";
/** A Monday, and the month has 30 days: the number of a day is its date. */
export const FIRST_DUE_MS = Date.parse("2026-06-01T06:17:00Z");
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Any would do; with this one the shop grows in its first days, too. */
const SEED = 7;
/** Hardly any run starts on time. */
const USUAL_DELAY_S = { least: 90, most: 540 } as const;
/** The median of a public repository's daily runs: 4.4 hours. */
const LATE_MS = 264 * MINUTE_MS;
const RUN_AGAIN_AFTER_MS = 40 * MINUTE_MS;
/** Less than nothing means no new books: on half of the days the shop stays as it was. */
const NEW_BOOKS = { least: -3, most: 3 } as const;

/** What each day of a month is like: the same on every machine for the same options. */
export function planMonth(options: MonthOptions, firstBooks: number): readonly PlannedDay[] {
  const random = new SeededRandom(SEED);
  let books = firstBooks;
  return Array.from({ length: options.days }, (_, index) => {
    const day = index + 1;
    const delayMs = random.between(USUAL_DELAY_S.least, USUAL_DELAY_S.most) * 1000;
    if (day > 1) books += Math.max(0, random.between(NEW_BOOKS.least, NEW_BOOKS.most));
    return planDay(day, delayMs, books, options);
  });
}

function planDay(day: number, delayMs: number, books: number, options: MonthOptions): PlannedDay {
  const dueAtMs = FIRST_DUE_MS + (day - 1) * DAY_MS;
  if (options.missed.has(day)) return { kind: "missed", day, dueAtMs };
  const isVeryLate = options.late.has(day);
  const lateMs = delayMs + (isVeryLate ? LATE_MS : 0);
  const startsAtMs = dueAtMs + lateMs;
  const faults = options.faults.filter(({ days }) => days.has(day)).map(({ fault }) => fault);
  return {
    kind: "run",
    day,
    startsAtMs,
    lateMs,
    isVeryLate,
    books,
    faults: faults.filter((fault) => fault !== DOWN),
    isDown: faults.includes(DOWN),
    againAtMs: options.rerun.has(day) ? startsAtMs + RUN_AGAIN_AFTER_MS : undefined,
  };
}
