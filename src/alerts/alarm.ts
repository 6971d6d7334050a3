import { failuresSinceGood, sinceGood, type History, type PastRun } from "../pipeline/history.ts";
import type { Result } from "../pipeline/names.ts";

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
  readonly result: Result;
  readonly startedAt: Date;
  /** GitHub counts the runs of a workflow from 1; `undefined` outside of it. */
  readonly runNumber: number | undefined;
  /** From 1. */
  readonly attempt: number;
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
  switch (run.result) {
    case "succeeded":
      return {
        kind: "clear",
        setbacks: failuresSinceGood(runs).length,
        wasRaised: wasRaised(runs, after),
      };
    case "failed":
    case "unknown": {
      const before = failuresSinceGood(runs);
      const isMuch = history === undefined || before.length + 1 >= after;
      return isMuch ? raised("failing", run, history, before, after) : { kind: "quiet" };
    }
    case "cancelled": {
      const before = sinceGood(runs);
      const isMuch = before.length + 1 >= stalledAfter(after);
      return isMuch ? raised("stalled", run, history, before, after) : { kind: "quiet" };
    }
  }
}

/** @param before the runs that count with this one, newest first */
function raised(
  why: Raised["why"],
  { startedAt }: Weighed,
  history: History | undefined,
  before: readonly PastRun[],
  after: number,
): Raised {
  return {
    kind: "raised",
    why,
    inARow: history && before.length + 1,
    since: before.at(-1)?.startedAt ?? startedAt,
    isFirst: !wasRaised(history?.runs ?? [], after),
  };
}

/** A run that was overtaken must neither close what a newer one opened, nor open what one closed. */
function isNewer(other: PastRun, { runNumber, attempt, startedAt }: Weighed): boolean {
  if (other.result === "cancelled") return false;
  // A run that ran again is as new as its attempt; of other runs GitHub tells when they were made.
  return attempt === 1
    ? runNumber !== undefined && other.number > runNumber
    : other.startedAt > startedAt;
}

/** Whether a run since the last good one could raise the alarm: one that left a line, late enough. */
function wasRaised(runs: readonly PastRun[], after: number): boolean {
  return (
    hasTold(failuresSinceGood(runs), after, () => true) ||
    hasTold(sinceGood(runs), stalledAfter(after), ({ result }) => result === "cancelled")
  );
}

function hasTold(
  row: readonly PastRun[],
  after: number,
  raises: (run: PastRun) => boolean,
): boolean {
  return row.some(
    (run, index) => run.entry !== undefined && raises(run) && row.length - index >= after,
  );
}

function stalledAfter(after: number): number {
  return Math.max(after, STALLED_RUNS);
}
