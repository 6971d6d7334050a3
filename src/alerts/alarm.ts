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
  const told = [...earlierAttempts(run, history), ...runs].toSorted(newestFirst);
  switch (run.entry.result) {
    case "succeeded": {
      const trouble = troubleIn(told);
      // Half of the work says nothing of the half that failed.
      if (stillOpen(trouble, run.entry).size > 0) return { kind: "quiet" };
      const setbacks = runsIn(trouble.failures);
      return { kind: "clear", setbacks, wasRaised: wasRaised(told, after) };
    }
    case "failed":
    case "unknown": {
      const before = failuresSinceGood(told);
      if (history && inARow(run, before) < after) return { kind: "quiet" };
      return raised("failing", run, history && before, !wasRaised(told, after));
    }
    case "cancelled": {
      const before = sinceGood(told);
      if (inARow(run, before) < stalledAfter(after)) return { kind: "quiet" };
      return raised("stalled", run, history && before, !wasRaised(told, after));
    }
  }
}

/** @param before what counts with this run, newest first; `undefined` where it is not known */
function raised(
  why: Raised["why"],
  run: Weighed,
  before: readonly PastRun[] | undefined,
  isFirst: boolean,
): Raised {
  const since = before?.at(-1)?.startedAt ?? run.startedAt;
  return { kind: "raised", why, inARow: before && inARow(run, before), since, isFirst };
}

/** The attempts of this very run before this one, each as a run: they may have raised the alarm. */
function earlierAttempts(
  { runNumber = 0, entry: { attempt } }: Weighed,
  history: History | undefined,
): readonly PastRun[] {
  // A post step may find the line of its own attempt there as well.
  const earlier = history?.attempts.filter((one) => one.entry.attempt < attempt) ?? [];
  return earlier.map((one) => {
    const { result } = one.entry;
    return { ...one, url: "", number: runNumber, result, attempts: [one] };
  });
}

function newestFirst(a: PastRun, b: PastRun): number {
  return b.startedAt.getTime() - a.startedAt.getTime();
}

/** With this run, which is one however often it ran. */
function inARow({ runNumber = 0 }: Weighed, before: readonly PastRun[]): number {
  return new Set([runNumber, ...before.map(({ number }) => number)]).size;
}

function runsIn(row: readonly PastRun[]): number {
  return new Set(row.map(({ number }) => number)).size;
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
      run.entry !== undefined && !run.isUnheard && raises(run) && runsIn(row.slice(index)) >= after,
  );
}

function stalledAfter(after: number): number {
  return Math.max(after, STALLED_RUNS);
}
