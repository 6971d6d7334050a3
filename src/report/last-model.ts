import type { EarlierAttempt, History } from "../pipeline/history.ts";
import type { LedgerEntry } from "../pipeline/ledger.ts";
import type { Run } from "../pipeline/run.ts";
import { pastOf } from "./past.ts";

/** What recommendations come from while no training replaces it. */
export interface Model {
  readonly trainedAt: Date;
  /** Of which it learned. */
  readonly records?: number;
}

/** The model of the newest training that an earlier run or attempt proved, unless a later one may have been. */
export function lastModel(run: Run): Model | undefined {
  const past = pastOf(run);
  for (const attempt of past ? attemptsIn(past) : []) {
    if (attempt === "untold") return undefined;
    const { entry, startedAt } = attempt;
    if (entry.artifacts !== undefined) {
      const { records } = entry;
      return { trainedAt: startedAt, ...(records === undefined ? {} : { records }) };
    }
    if (mayHaveTrained(entry)) return undefined;
  }
  return undefined;
}

/** Newest first. */
function attemptsIn({ attempts, runs }: History): readonly (EarlierAttempt | "untold")[] {
  const ofRuns = runs.flatMap<EarlierAttempt | "untold">((run) =>
    run.attempts.length === 0 ? ["untold"] : run.attempts,
  );
  return [...attempts, ...ofRuns];
}

/** Of an attempt that saved no artifact which it knew of. */
function mayHaveTrained({ failed, result, code }: LedgerEntry): boolean {
  // Of one that was ended from outside of its tasks, nobody knows which it had come to.
  if (failed === undefined) return result !== "succeeded" && code !== "settings-invalid";
  switch (failed) {
    case "health":
    case "login":
    case "baseline":
    case "scrape":
    case "gate":
      return false;
    case "train":
    case "verify":
      return true;
  }
}
