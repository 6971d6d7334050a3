import type { LedgerEntry } from "./ledger.ts";
import type { Result } from "./names.ts";

/** An earlier run of this pipeline, as GitHub knows it and as it told of itself. */
export interface PastRun {
  /** The run's page. */
  readonly url: string;
  /** GitHub counts the runs of a workflow from 1. */
  readonly number: number;
  /** Of its first attempt. */
  readonly startedAt: Date;
  readonly result: Result;
  /** Its line; absent where it ended before it could leave one. */
  readonly entry?: LedgerEntry;
  /** Those that left a line, newest first: its own line is the newest one's. */
  readonly attempts: readonly EarlierAttempt[];
  /** Its newest attempt had something to tell to a webhook that did not hear it. */
  readonly isUnheard?: true;
}

/** An attempt of an earlier run, or an earlier one of this very run. */
export interface EarlierAttempt {
  readonly startedAt: Date;
  readonly entry: LedgerEntry;
  /** It had something to tell to a webhook that did not hear it. */
  readonly isUnheard?: true;
}

/** What the runs before this one left, as far back as GitHub keeps them and we ask for them. */
export interface History {
  /** Newest first. */
  readonly runs: readonly PastRun[];
  /** Newest first. */
  readonly attempts: readonly EarlierAttempt[];
  /** The lines of this very run's other jobs, of any attempt, newest first; absent where there are none. */
  readonly parts?: readonly EarlierAttempt[];
  /** Runs with more jobs than are read of one: what they came to here is not known; absent where there are none. */
  readonly unread?: number;
  /** When anything was last pushed to the repository; absent where it is not public. */
  readonly publicPushedAt?: Date;
}

export const NO_HISTORY: History = { runs: [], attempts: [] };

/** The newest attempt of an earlier run that proved how many records there are. */
export function lastProved(history: History): EarlierAttempt | undefined {
  return history.runs
    .flatMap(({ attempts }) => attempts)
    .filter(({ entry: { result, records } }) => result === "succeeded" && records !== undefined)
    .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0];
}

/** A median of fewer says nothing about what is usual. */
const MIN_SAMPLES = 3;

/** How long a task usually takes, in ms; `undefined` while too few runs that succeeded tell. */
export function usualMs(history: History, task: "scrape" | "train"): number | undefined {
  const seconds = history.runs
    .filter(({ result }) => result === "succeeded")
    .map(({ entry }) => (task === "scrape" ? entry?.scrapeSeconds : entry?.trainingSeconds))
    .filter((value) => value !== undefined)
    .toSorted((a, b) => a - b);
  return seconds.length < MIN_SAMPLES ? undefined : medianOf(seconds) * 1000;
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** The runs in a row, up to the newest one, that did not succeed; newest first. */
export function sinceGood(runs: readonly PastRun[]): readonly PastRun[] {
  const firstGood = runs.findIndex(({ result }) => result === "succeeded");
  return firstGood === -1 ? runs : runs.slice(0, firstGood);
}

/** The same without cancelled ones, which neither count nor end the row: they tell nothing. */
export function failuresSinceGood(runs: readonly PastRun[]): readonly PastRun[] {
  return sinceGood(runs.filter(({ result }) => result !== "cancelled"));
}
