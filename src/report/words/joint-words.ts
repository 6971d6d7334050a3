import type { JobEnd } from "../../pipeline/joint.ts";
import type { Voice } from "../voice.ts";

type Silent = Extract<JobEnd, { readonly kind: "silent" }>["result"];
type Spoiled = Extract<JobEnd, { readonly kind: "spoiled" }>["result"];

/** What is said of a run of many jobs. A job is named as the workflow's file names it. */
export interface JointWords {
  /** The head of the column of jobs and their tasks. */
  readonly job: string;
  readonly headlines: JointHeadlines;
  readonly whats: JointWhats;
  readonly steps: JointSteps;
  readonly results: JobResultWords;
  /** Good to know: its output is missing. */
  byLedger(job: string, voice: Voice): string;
}

/** The outcome, without a full stop. */
export interface JointHeadlines {
  failed(job: string, cause: string | undefined, voice: Voice): string;
  unknown(job: string, cause: string | undefined, voice: Voice): string;
  cancelled(job: string, voice: Voice): string;
  readonly spoiled: Readonly<Record<Spoiled, (job: string, voice: Voice) => string>>;
  readonly silent: Readonly<Record<Silent, (job: string, voice: Voice) => string>>;
  skipped(job: string, voice: Voice): string;
  readonly noWork: string;
  readonly nothingRan: string;
}

/** What there is to say of it, in whole sentences. */
export interface JointWhats {
  /** Where it is told in full. @param page of this run */
  elsewhere(job: string, page: string | undefined, voice: Voice): string;
  spoiled(voice: Voice): string;
  readonly silent: Readonly<Record<Silent, (voice: Voice) => string>>;
  skipped(voice: Voice): string;
  noWork(voice: Voice): string;
  nothingRan(voice: Voice): string;
}

/** What to do, a sentence each. */
export interface JointSteps {
  readSummary(job: string, voice: Voice): string;
  readLog(job: string, voice: Voice): string;
  /** The API may be at work on what nobody waits for any more. */
  readonly waitForApi: string;
  /** @param page of this run */
  runAgain(page: string | undefined, voice: Voice): string;
  /** The same where the job did not fail. */
  runAllAgain(page: string | undefined, voice: Voice): string;
}

/** The last column of the jobs' table. */
export interface JobResultWords {
  readonly proved: string;
  /** @param attempt the one of this run that did it */
  carriedOver(attempt: number, voice: Voice): string;
  /** @param cause as `words.history.causes` says it */
  failed(cause: string | undefined): string;
  unknown(cause: string | undefined): string;
  readonly cancelled: string;
  readonly spoiled: Readonly<Record<Spoiled, string>>;
  readonly silent: Readonly<Record<Silent, string>>;
  /** @param behind the job that it waited for in vain, where one is known */
  skipped(behind: string | undefined, voice: Voice): string;
}
