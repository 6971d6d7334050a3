import type { ActionRun } from "../runner.ts";
import type { MissedDay, RunDay } from "./plan.ts";
import type { Tally } from "./words.ts";

/** How an attempt ended, by its own word; `none` when it left none. */
export type Ending = "succeeded" | "failed" | "unknown" | "cancelled" | "none";

/** What an attempt of a day left. */
export interface PlayedAttempt {
  readonly attempt: number;
  readonly startedAtMs: number;
  readonly ending: Ending;
  /** The summary's, without its mark; absent where it left no summary. */
  readonly headline?: string;
  /** Its page, below the folder of the month; absent where it left no summary. */
  readonly page?: string;
}

/** A day whose run the schedule started; its newest attempt comes last. */
export interface StartedDay {
  readonly kind: "started";
  readonly planned: RunDay;
  readonly attempts: readonly [PlayedAttempt, ...PlayedAttempt[]];
}

export type PlayedDay = StartedDay | MissedDay;

/** The attempt that counts. */
export function lastAttempt({ attempts: [first, ...others] }: StartedDay): PlayedAttempt {
  return others.at(-1) ?? first;
}

export function endingOf({ outputs }: Pick<ActionRun, "outputs">): Ending {
  const result = outputs["result"];
  switch (result) {
    case "succeeded":
    case "failed":
    case "unknown":
    case "cancelled":
      return result;
    default:
      return "none";
  }
}

/** What there is to count; a run counts as its last attempt. */
export function tallyOf(days: readonly PlayedDay[]): Tally {
  const started = days.filter((day) => day.kind === "started");
  return {
    runs: started.length,
    succeeded: started.filter((day) => lastAttempt(day).ending === "succeeded").length,
    missed: days.flatMap((day) => (day.kind === "missed" ? [String(day.day)] : [])),
  };
}

/** Each ending has its mark and, next to it, its words: the mark alone never says it. */
export const MARKS: Readonly<Record<Ending | "missed", string>> = {
  succeeded: "✅",
  failed: "❌",
  unknown: "❓",
  cancelled: "⏹️",
  none: "⚠️",
  missed: "⚪",
};
