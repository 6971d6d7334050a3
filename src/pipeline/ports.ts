import type { Paths } from "../settings/settings.ts";
import type { Plain } from "../text/plain.ts";
import type { Failure, Outcome } from "./failure.ts";
import type { History } from "./history.ts";
import type { Punctuality } from "./schedule.ts";

/** What a scrape says of itself. */
export interface Scraped {
  readonly records: number;
}

/** What a training says of itself: the names of the files it saved, at least one. */
export interface Trained {
  readonly artifacts: readonly Plain[];
}

/** What the API's statistics say. */
export interface Stats {
  readonly records: number;
  /** All of their numbers in one text, to tell whether anything changed. */
  readonly numbers: string;
}

/** What the API serves to its readers; `too-large` is served, but was not read to its end. */
export type Served =
  | { readonly kind: "counted"; readonly records: number }
  | { readonly kind: "too-large"; readonly limitBytes: number };

/**
 * The books API as the pipeline needs it. Each call ends within its setting's time, retries and
 * log-ins included, and never throws for what the API or the wire does.
 */
export interface BooksApi {
  /** Asks until the API is OK and its database UP, at most for `warm-up`. */
  health(): Promise<Outcome<{ readonly falseAlarms: number }>>;
  logIn(): Promise<Outcome<true>>;
  /** How many records are stored, from a page that the API may cache. */
  stats(): Promise<Outcome<Stats>>;
  /** How many records are served, from a page that is never cached. */
  features(): Promise<Outcome<Served>>;
  scrape(): Promise<Outcome<Scraped>>;
  train(): Promise<Outcome<Trained>>;
}

/** One request that has ended: no host, no header, no body. */
export interface RequestReport {
  /** Which of the API's paths it went to. */
  readonly of: keyof Paths;
  readonly method: string;
  readonly path: Plain;
  /** The status, or what came instead of one. */
  readonly answer: number | NoAnswer;
  readonly tookMs: number;
  /** Of the answer's body. */
  readonly bytes: number;
  /** Counts the requests of one call from 1. */
  readonly attempt: number;
}

/** What a run is told while a call goes on. */
export interface Heard {
  requestEnded(request: RequestReport): void;
  /** The call is not over: it is tried again after `waitMs`. */
  waiting(failure: Failure, waitMs: number): void;
}

export type NoAnswer = "not-sent" | "lost" | "deadline" | "too-large" | "garbage" | "cancelled";

/** What the runs before this one left behind. */
export type Memory =
  | { readonly kind: "found"; readonly history: History }
  /** `history` is 0. */
  | { readonly kind: "not-wanted" }
  | { readonly kind: "unavailable"; readonly reason: MemoryGap };

/** Why there is no memory; each has a line in the summary that says what to add. */
export type MemoryGap =
  | "no-token"
  | "no-permission"
  | "bad-token"
  | "no-answer"
  | "too-large"
  | "malformed"
  | "outside-actions";

/** What is known of the time before this run. */
export interface Recollection {
  readonly memory: Memory;
  /** Of a run that the schedule started. */
  readonly punctuality?: Punctuality;
}

export interface Ledger {
  /**
   * The earlier runs of this pipeline. Never rejects, and ends within its own deadline or when
   * `signal` aborts.
   */
  recall(signal: AbortSignal): Promise<Recollection>;
}

export interface Clock {
  /** Monotonic, in ms: the only source of durations. */
  nowMs(): number;
  /** The wall clock: for people and for the ledger only. */
  today(): Date;
}
