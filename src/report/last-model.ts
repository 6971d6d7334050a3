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
  if (!past) return undefined;
  for (const { startedAt, entry } of [...past.attempts, ...past.runs]) {
    if (entry?.artifacts !== undefined) {
      const { records } = entry;
      return { trainedAt: startedAt, ...(records === undefined ? {} : { records }) };
    }
    // Of one that told nothing, or lost the answer of its training, nobody knows what it trained.
    if (entry === undefined || entry.failed === "train") return undefined;
  }
  return undefined;
}
