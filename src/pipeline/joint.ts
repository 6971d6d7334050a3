import type { JobResult, Need } from "../settings/needs.ts";
import type { Failure } from "./failure.ts";
import type { EarlierAttempt } from "./history.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { TaskName } from "./names.ts";
import type { Recollection } from "./ports.ts";
import type { Facts, TaskRun } from "./run.ts";

/** A run of many jobs, each of which did a part of the pipeline. */
export interface JointRun {
  /** In the order in which GitHub names them. */
  readonly jobs: readonly Job[];
  /** When the first job of this attempt began, as far as one says it. */
  readonly startedAt: Date;
  readonly recollection?: Recollection;
  /** Why it cannot be told what the jobs came to; it outweighs what they did. */
  readonly failure?: Failure;
}

export interface Job {
  readonly name: string;
  readonly end: JobEnd;
}

/** What became of a job: GitHub's word for it, weighed against what its action told. */
export type JobEnd =
  /** What its action told is what it came to. */
  | { readonly kind: "told"; readonly told: Told }
  /** Its action proved its work, but the job did not succeed: something else in it went wrong. */
  | { readonly kind: "spoiled"; readonly told: Told; readonly result: "failed" | "cancelled" }
  /** Nothing that it left tells what it did: GitHub's word is all that is known. */
  | { readonly kind: "silent"; readonly result: Exclude<JobResult, "skipped"> }
  | { readonly kind: "skipped" };

/** What the action in a job told of its run. */
export interface Told {
  /** What it left to the ledger, or would have. */
  readonly entry: JobEntry;
  /** What only its output has; absent where nothing but its line is known. */
  readonly account?: Account;
}

/** A line of the ledger, but for its name: the job is known anyway. */
export type JobEntry = Omit<LedgerEntry, "pipeline">;

/** A run as its output `run` tells it. */
export interface Account {
  readonly startedAt: Date;
  readonly tookMs: number;
  readonly tasks: readonly ToldTask[];
  readonly facts: ToldFacts;
}

export interface ToldTask {
  readonly name: TaskName;
  readonly state: TaskRun["state"];
  readonly tookMs?: number;
}

/** Numbers alone: an output has no words of the API. */
export type ToldFacts = Pick<
  Facts,
  "countedBefore" | "before" | "reported" | "resumedFrom" | "stored" | "served"
> & { readonly artifacts?: number };

/** What is known of a job: GitHub's word, and what its output told. */
export type Heard = Omit<Need, "run"> & { readonly told: Told | undefined };

/** Where to look for the lines of jobs that left no output. */
export interface Lines {
  /** Of this run, newest first. */
  readonly told: readonly EarlierAttempt[];
  /** Of the run, from 1. */
  readonly attempt: number;
  /** The names under which a job may have told. */
  readonly namesOf: (job: string) => readonly string[];
}

/** What became of each job. An output counts before a line, and a word that contradicts GitHub's not at all. */
export function weighJobs(heard: readonly Heard[], lines: Lines): readonly Job[] {
  return heard.map((job) => ({ name: job.job, end: endOf(job, job.told ?? lineOf(job, lines)) }));
}

function endOf({ result }: Heard, told: Told | undefined): JobEnd {
  if (result === "skipped") return { kind: "skipped" };
  if (told === undefined) return { kind: "silent", result };
  if (told.entry.result !== "succeeded") return { kind: "told", told };
  switch (result) {
    case "success":
      return { kind: "told", told };
    case "failure":
      return { kind: "spoiled", told, result: "failed" };
    case "cancelled":
      return { kind: "spoiled", told, result: "cancelled" };
  }
}

/**
 * The newest line of a job. One of an earlier attempt tells of a job that succeeded, for only such a job
 * is carried over; of one that ran again and was killed it would tell what the attempt before did.
 */
function lineOf({ job, result }: Heard, { told, attempt, namesOf }: Lines): Told | undefined {
  const names = namesOf(job);
  const newest = told.find(({ entry }) => names.includes(entry.pipeline));
  if (!newest) return undefined;
  const { entry } = newest;
  const isCarriedOver = result === "success" && entry.result === "succeeded";
  return entry.attempt === attempt || isCarriedOver ? { entry } : undefined;
}
