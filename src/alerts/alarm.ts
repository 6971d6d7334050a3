import { failuresSinceGood, sinceGood, type History, type PastRun } from "../pipeline/history.ts";
import type { LedgerEntry } from "../pipeline/ledger.ts";
import { stillOpen, troubleIn } from "./trouble.ts";

/** What a run has to say to those who do not look at every run. */
export type Alarm =
  | Raised
  /** It works. `setbacks` runs in a row before this one did not, cancelled ones left out. */
  | { readonly kind: "clear"; readonly setbacks: number; readonly wasRaised: boolean }
  /** Nothing: too few failures yet, a cancelled run, or one that a newer one has overtaken. */
  | { readonly kind: "quiet" };

export interface Raised {
  readonly kind: "raised";
  /**
   * `stalled`: so many runs in a row were cancelled that nobody knows whether it works. `stale`: its last
   * success is too old, whatever came of its runs.
   */
  readonly why: "failing" | "stalled" | "stale";
  /** Without success, this run included; `undefined` where the runs before are not known. */
  readonly inARow: number | undefined;
  /** When the first of them began. */
  readonly since: Date;
  /** Whether no run before could say it. */
  readonly isFirst: boolean;
}

/** A run as the alarm weighs it. */
export interface Weighed {
  readonly entry: Omit<LedgerEntry, "pipeline">;
  readonly startedAt: Date;
  /** GitHub counts the runs of a workflow from 1; `undefined` outside of it. */
  readonly runNumber: number | undefined;
}

/** Two cancelled runs may be people at work; with a third one the schedule does nothing. */
const STALLED_RUNS = 3;

/**
 * @param history `undefined` where it is not known: then every failure is told, rather than none
 * @param after so many failures in a row make an alarm
 */
export function alarmOf(run: Weighed, history: History | undefined, after: number): Alarm {
  const runs = history?.runs ?? [];
  if (runs.some((other) => isNewer(other, run))) return { kind: "quiet" };
  const earlier = earlierAttempt(run, history);
  const told = [...earlier, ...runs];
  // The runs in a row: an earlier attempt is this very run, but ends the row where it succeeded.
  const row = earlier.some(({ result }) => result === "succeeded") ? [] : runs;
  switch (run.entry.result) {
    case "succeeded": {
      const trouble = troubleIn(told);
      // Half of the work says nothing of the half that failed.
      if (stillOpen(trouble, run.entry).size > 0) return { kind: "quiet" };
      const setbacks = trouble.failures.length;
      return { kind: "clear", setbacks, wasRaised: wasRaised(told, after) };
    }
    case "failed":
    case "unknown": {
      const before = failuresSinceGood(row);
      if (history && before.length + 1 < after) return { kind: "quiet" };
      return raised("failing", run, history && before, !wasRaised(told, after));
    }
    case "cancelled": {
      const before = sinceGood(row);
      if (before.length + 1 < stalledAfter(after)) return { kind: "quiet" };
      return raised("stalled", run, history && before, !wasRaised(told, after));
    }
  }
}

/** @param before the runs that count with this one, newest first; `undefined` where they are not known */
function raised(
  why: Raised["why"],
  { startedAt }: Weighed,
  before: readonly PastRun[] | undefined,
  isFirst: boolean,
): Raised {
  const since = before?.at(-1)?.startedAt ?? startedAt;
  return { kind: "raised", why, inARow: before && before.length + 1, since, isFirst };
}

/** The attempt of this very run before this one, as a run of its own: it may have raised the alarm. */
function earlierAttempt(
  { runNumber = 0 }: Weighed,
  history: History | undefined,
): readonly PastRun[] {
  const [newest] = history?.attempts ?? [];
  if (!newest) return [];
  const { entry, startedAt } = newest;
  const { result } = entry;
  return [{ ...newest, url: "", number: runNumber, startedAt, result, attempts: [newest] }];
}

/** A run that was overtaken must neither close what a newer one opened, nor open what one closed. */
function isNewer(other: PastRun, { runNumber, entry, startedAt }: Weighed): boolean {
  if (other.result === "cancelled") return false;
  // A run that ran again is as new as its attempt; of other runs GitHub tells when they were made.
  return entry.attempt === 1
    ? runNumber !== undefined && other.number > runNumber
    : other.startedAt > startedAt;
}

/** Whether a run since all was well has been heard: one that left a line, late enough in the row. */
function wasRaised(runs: readonly PastRun[], after: number): boolean {
  return (
    hasTold(troubleIn(runs).failures, after, () => true) ||
    hasTold(sinceGood(runs), stalledAfter(after), ({ result }) => result === "cancelled")
  );
}

function hasTold(
  row: readonly PastRun[],
  after: number,
  raises: (run: PastRun) => boolean,
): boolean {
  return row.some(
    (run, index) =>
      run.entry !== undefined && !run.isUnheard && raises(run) && row.length - index >= after,
  );
}

function stalledAfter(after: number): number {
  return Math.max(after, STALLED_RUNS);
}
