import type { Failure, FailureCode } from "../../pipeline/failure.ts";
import type { MemoryGap, NoAnswer, Served } from "../../pipeline/ports.ts";
import type { TaskName } from "../../pipeline/names.ts";
import type { Note } from "../../pipeline/run.ts";
import type { HostKind, SettingsProblem } from "../../settings/settings.ts";
import type { DataNow } from "../data-now.ts";
import type { Voice } from "../voice.ts";
import type { AlertWords } from "./alert-words.ts";
import type { HistoryWords } from "./history-words.ts";
import type { JointWords } from "./joint-words.ts";

/** All that people read, in one language. A translation that lacks a sentence does not compile. */
export interface Words {
  readonly failures: FailureWords;
  readonly dataNow: DataWords;
  readonly settings: SettingsWords;
  readonly summary: SummaryWords;
  readonly history: HistoryWords;
  readonly joint: JointWords;
  readonly alerts: AlertWords;
  readonly log: LogWords;
}

/** What a failure means to its reader. */
export interface Explanation {
  /** The outcome in the reader's words, without a full stop. */
  readonly headline: string;
  readonly what: string;
  readonly who: string;
  /** What to do, in order; running again is added by the report. */
  readonly steps: readonly string[];
}

/** Where a failure happened. */
export interface Scene {
  /** Absent when it happened before or outside the tasks. */
  readonly task?: TaskName;
  readonly hostKind: HostKind;
  readonly runner: RunnerKind;
  readonly links: Links;
}

export type RunnerKind = "github-hosted" | "self-hosted" | "unknown";

/** Pages of the repository; `undefined` outside of GitHub. */
export interface Links {
  readonly run: string | undefined;
  readonly variables: string | undefined;
  readonly secrets: string | undefined;
  /** The file of the workflow that this run is of. */
  readonly workflow: string | undefined;
  /** The page that explains the failure codes, one heading each. */
  readonly failures: string | undefined;
}

export type FailureWords = {
  readonly [C in FailureCode]: (
    failure: Extract<Failure, { code: C }>,
    scene: Scene,
    voice: Voice,
  ) => Explanation;
};

export type DataWords = {
  readonly [K in DataNow["kind"]]: (data: Extract<DataNow, { kind: K }>, voice: Voice) => string;
};

export type SettingsWords = {
  readonly [K in SettingsProblem["kind"]]: (
    problem: Extract<SettingsProblem, { kind: K }>,
    scene: Scene,
    voice: Voice,
  ) => string;
};

export type NoteWords = {
  readonly [K in Exclude<Note["kind"], "memory-gap">]: (
    note: Extract<Note, { kind: K }>,
    voice: Voice,
  ) => string;
};

export interface SummaryWords {
  readonly tasks: Readonly<Record<TaskName, string>>;
  readonly notes: NoteWords;
  readonly memoryGaps: Readonly<Record<MemoryGap, (voice: Voice) => string>>;
  /** The headline of a run that succeeded. */
  refreshed(records: number, voice: Voice): string;
  trained(artifacts: number, voice: Voice): string;
  readonly ready: string;
  /** What a headline of an unknown result goes on with, after a colon. */
  readonly unknownScrape: string;
  readonly unknownTraining: string;
  /** `Took 1 min 12 s. Started at 06:21 (UTC) on 22 Nov 2026 by the schedule.` */
  opening(about: Opening, voice: Voice): string;
  /** `3 more books than yesterday.` */
  change(records: number, before: number, since: Since, voice: Voice): string;
  readonly columns: Readonly<Record<"mark" | "task" | "took" | "result", string>>;
  readonly results: ResultWords;
  readonly labels: {
    readonly dataNow: string;
    readonly whoCanFix: string;
    readonly whatToDo: string;
    readonly failureCode: string;
    readonly timeline: string;
    /** Before its number, on the axis of a run of days. */
    readonly day: string;
    readonly versions: string;
    readonly goodToKnow: string;
    readonly schedule: string;
    readonly request: string;
    readonly pipeline: string;
    readonly status: string;
    readonly bytes: string;
    readonly attempt: string;
    readonly setting: string;
    readonly value: string;
  };
  readonly runAgain: string;
  readonly noAnswers: Readonly<Record<NoAnswer, string>>;
  details(requests: number, voice: Voice): string;
  more(items: number, voice: Voice): string;
}

export interface Opening {
  readonly tookMs: number;
  readonly startedAt: Date;
  readonly timeZone: string;
  readonly startedBy: "schedule" | "button" | "other";
  /** How the time of the work compares with what is usual, in words. */
  readonly work: string | undefined;
  /** Rounded to minutes; `undefined` when it is not worth a word. */
  readonly late: { readonly dueAt: Date; readonly ms: number } | undefined;
}

/** What a number of records is compared with. */
export type Since =
  /** What was stored when the run began. */
  | { readonly kind: "before" }
  /** What the last good run stored, earlier on this day, or on the day before. */
  | { readonly kind: "today" | "yesterday" }
  | { readonly kind: "last-good"; readonly at: Date };

/** Records; what is `undefined` is not known. */
export interface GateCounts {
  readonly reported: number;
  readonly stored: number | undefined;
  readonly before: number | undefined;
}

/** The last column of the tasks' table. */
export interface ResultWords {
  readonly health: string;
  login(username: string, voice: Voice): string;
  baseline(before: number | undefined, voice: Voice): string;
  scrape(records: number, voice: Voice): string;
  /** @param attempt the one of this run that collected them */
  resumed(records: number, attempt: number, voice: Voice): string;
  gate(found: GateCounts, voice: Voice): string;
  train(artifacts: number, voice: Voice): string;
  verify(served: Served | undefined, voice: Voice): string;
  readonly skipped: string;
  readonly running: string;
  readonly gateShut: string;
}

export interface LogWords {
  starting(version: string, pipeline: string): string;
  dryRun: string;
  taskStarted(task: string): string;
  taskProved(task: string, result: string, tookMs: number, voice: Voice): string;
  taskEnded(task: string, what: string, tookMs: number, voice: Voice): string;
  waiting(what: string, waitMs: number, voice: Voice): string;
  /** @param usualMs `undefined` where nobody knows */
  stillWorking(task: string, sinceMs: number, usualMs: number | undefined, voice: Voice): string;
  cancelling: string;
  notWritten(what: "outputs" | "summary" | "journal" | "alerts", why: string): string;
  /** `Orquestra: Scrape did not succeed`, the title of an annotation. */
  failureTitle(task: string | undefined, code: FailureCode): string;
}
