import type { Blindness, Disabled } from "../../watch/sight.ts";
import type { MemoryGap } from "../../pipeline/ports.ts";
import type { Half } from "../../watch/work.ts";
import type { Voice } from "../voice.ts";
import type { NamedRun } from "./history-words.ts";
import type { Scene } from "./words.ts";

/** What is said of a watch. A workflow is the name of its file; an age is in ms. */
export interface WatchWords {
  /** The log's first line. */
  starting(version: string, workflow: string): string;
  readonly headlines: WatchHeadlines;
  readonly columns: Readonly<Record<"pipeline" | "last", string>>;
  /** A cell of the table: `6 h 12 min ago` */
  ago(ageMs: number, voice: Voice): string;
  /** The same where no success is known. */
  readonly notKnown: string;
  lastGood(about: LastGoodRun, voice: Voice): string;
  /** How old a success may be. */
  limit(maxAgeMs: number, voice: Voice): string;
  atWork(run: NamedRun, since: Date, voice: Voice): string;
  /** A run of which so many jobs could not be read. */
  unread(run: NamedRun, jobs: number, voice: Voice): string;
  noRuns(workflow: string, retentionDays: number | undefined, voice: Voice): string;
  noSuccess(about: NoSuccess, voice: Voice): string;
  readonly disabledBy: Readonly<Record<Disabled, (workflow: string, voice: Voice) => string>>;
  readonly blindness: Readonly<
    Record<Exclude<Blindness, MemoryGap>, (workflow: string, voice: Voice) => string>
  >;
  readonly since: SinceWords;
  /** Which workflow was looked at. */
  watched(workflow: string, page: string | undefined, voice: Voice): string;
  /** Pipelines that nobody waits for any more. */
  retired(pipelines: readonly string[], workflow: string, voice: Voice): string;
  /** Where no run has told of a pipeline, no issue can be of it. */
  nameless(voice: Voice): string;
  readonly who: Readonly<Record<"writers" | "newest-run", string>>;
  readonly steps: WatchSteps;
}

/** Without a full stop, and without the pipeline's name, which stands behind them. */
export interface WatchHeadlines {
  /** @param half of which it is the last success; of all of the work, where none is given */
  fresh(ageMs: number, half: Half | undefined, voice: Voice): string;
  readonly running: string;
  stale(ageMs: number, half: Half | undefined, voice: Voice): string;
  /** Where the last success is older than the runs that were looked at. */
  staleBeyond(runs: number, voice: Voice): string;
  readonly never: string;
  readonly disabled: string;
  readonly blind: string;
  /** Not all that its runs told could be read. */
  readonly unread: string;
  /** Of several pipelines at once. */
  allGood(pipelines: number, voice: Voice): string;
  someOverdue(overdue: number, pipelines: number, voice: Voice): string;
  someUnread(unread: number, pipelines: number, voice: Voice): string;
}

export interface LastGoodRun {
  readonly run: NamedRun;
  /** What it was a success of, where that is not all of the work. */
  readonly half: Half | undefined;
  readonly endedAt: Date;
  readonly timeZone: string;
  readonly records: number | undefined;
}

/** The runs that were looked at, all without success. */
export interface NoSuccess {
  readonly runs: number;
  /** When the oldest of them began. */
  readonly since: Date;
  /** Whether GitHub knows no others. */
  readonly isAll: boolean;
  /** How long GitHub keeps runs, where it says so. */
  readonly retentionDays: number | undefined;
}

/** What became of the runs after the last success, or of all of them where none is known. */
export interface SinceWords {
  /** GitHub made no run at all. */
  readonly nothing: string;
  /** So many of them succeeded, but not in this half. */
  partial(runs: number, half: Half, voice: Voice): string;
  /** None of them left a word of this pipeline. */
  silent(runs: number, voice: Voice): string;
  setbacks(counts: SetbackCounts, isAfterSuccess: boolean, voice: Voice): string;
  waiting(run: NamedRun, voice: Voice): string;
}

export type SetbackCounts = Readonly<Record<"failed" | "unknown" | "cancelled", number>>;

/** What to do; each is a sentence. A page is that of the workflow. */
export interface WatchSteps {
  lookAt(run: NamedRun, voice: Voice): string;
  /** At one that left no word of this pipeline. */
  lookAtSilent(run: NamedRun, voice: Voice): string;
  /** At one of which not all could be read. */
  lookWhether(run: NamedRun, voice: Voice): string;
  readonly lookAtCancels: string;
  checkRunner(voice: Voice): string;
  checkSchedule(workflow: string, voice: Voice): string;
  enable(workflow: string, page: string | undefined, voice: Voice): string;
  restore(workflow: string, voice: Voice): string;
  runNow(page: string | undefined, voice: Voice): string;
  raiseLimit(scene: Scene, voice: Voice): string;
  pauseInstead(scene: Scene, voice: Voice): string;
  watchAgain(page: string | undefined, voice: Voice): string;
}
