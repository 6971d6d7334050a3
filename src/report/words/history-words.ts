import type { FailureCode } from "../../pipeline/failure.ts";
import type { Result } from "../../pipeline/names.ts";
import type { Pace, Work } from "../pace.ts";
import type { Voice } from "../voice.ts";

/** What is said of the runs before this one, and of the schedule that starts them. */
export interface HistoryWords {
  /** `Last 30 runs, since 24 Oct: 28 succeeded` */
  heading(about: GridCounts, voice: Voice): string;
  /** Where no earlier run was found. */
  firstRun(retentionDays: number | undefined, voice: Voice): string;
  /** Where older runs are gone. */
  horizon(retentionDays: number, voice: Voice): string;
  /** Runs of which nobody knows what they came to. */
  unread(runs: number, voice: Voice): string;
  /** What a square of the grid stands for: `Run 108, 3 Nov 06:21: failed` */
  square(run: Square, voice: Voice): string;
  /** Stands before the list of them. */
  readonly setbacks: string;
  setback(about: PastSetback, voice: Voice): string;
  /** Why a run failed, from its code alone; goes on where `failed: ` ends. */
  readonly causes: Readonly<Record<FailureCode, string>>;
  streak(about: Streak, voice: Voice): string;
  lastGood(run: NamedRun & { readonly records: number | undefined }, voice: Voice): string;
  noGood(about: Horizon, voice: Voice): string;
  /** A task's time against what is usual, in brackets behind its result. */
  pace(about: Pace, voice: Voice): string;
  /** Goes on where `Took 1 min 12 s, ` ends. */
  workPace(about: Pace & { readonly work: Work }, voice: Voice): string;
  missed(about: Missed, voice: Voice): string;
  /** @param days until GitHub disables the schedule; 0: it may happen any time */
  disabled(days: number, voice: Voice): string;
  readonly charts: ChartWords;
}

export interface ChartWords {
  durations(about: DurationsChart, voice: Voice): string;
  durationsTitle(work: Work, unit: "seconds" | "minutes"): string;
  records(about: RecordsChart, voice: Voice): string;
  readonly recordsTitle: string;
}

export interface GridCounts {
  readonly runs: number;
  readonly succeeded: number;
  readonly since: Date;
}

export interface Square {
  /** `undefined` for the run that tells. */
  readonly past: { readonly number: number; readonly at: Date } | undefined;
  readonly result: Result;
  /** Whether it left a line in the ledger. */
  readonly isTold: boolean;
}

export interface NamedRun {
  readonly number: number;
  readonly at: Date;
  readonly page: string | undefined;
}

/** Runs one after the other that ended in the same way. */
export interface PastSetback {
  readonly oldest: NamedRun;
  readonly newest: NamedRun;
  readonly runs: number;
  readonly result: Exclude<Result, "succeeded">;
  readonly isTold: boolean;
  /** As the table of tasks calls it. */
  readonly task: string | undefined;
  readonly code: FailureCode | undefined;
}

/** Runs in a row without success, the one that tells included. */
export interface Streak {
  /** Two or more. */
  readonly runs: number;
  /** Whether it may have begun before all that is known. */
  readonly orMore: boolean;
}

/** How far back runs are known. */
export interface Horizon {
  readonly since: Date;
  /** How long GitHub keeps them, where older ones may be gone. */
  readonly retentionDays: number | undefined;
}

export interface Missed {
  readonly runs: number;
  /** Whether there may be more than were counted. */
  readonly orMore: boolean;
  /** When the first of them were due, as people read it. */
  readonly due: readonly string[];
}

export interface DurationsChart {
  readonly work: Work;
  readonly runs: number;
  readonly leastMs: number;
  readonly mostMs: number;
}

/** Counts are records. */
export interface RecordsChart {
  readonly runs: number;
  readonly least: number;
  readonly most: number;
  readonly last: number;
}
