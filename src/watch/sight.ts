import type { LedgerEntry } from "../pipeline/ledger.ts";
import type { Result } from "../pipeline/names.ts";
import type { MemoryGap } from "../pipeline/ports.ts";
import type { Plain } from "../text/plain.ts";

/** Where a watch looks. */
export interface Lookout {
  /** Never rejects, and ends within its own deadline or when `signal` aborts. */
  look(signal: AbortSignal): Promise<Sight>;
}

export type Sight = Seen | { readonly kind: "blind"; readonly why: Blindness };

/** Why nothing was seen; each has a sentence that says what to do. */
export type Blindness = MemoryGap | "no-workflow" | "cancelled" | "too-many-jobs";

/** What GitHub shows of a workflow. */
export interface Seen {
  readonly kind: "seen";
  readonly state: WorkflowState;
  /** Newest first. */
  readonly runs: readonly SeenRun[];
  /** Whether GitHub keeps no others. */
  readonly isAll: boolean;
}

export type WorkflowState = "active" | Disabled;
/** Who or what made that GitHub starts no run of it. */
export type Disabled = "by-hand" | "by-inactivity" | "in-fork" | "deleted";

/** A run of the workflow, as GitHub shows it and as it told of itself. */
export interface SeenRun {
  /** The run's page. */
  readonly url: string;
  /** GitHub counts the runs of a workflow from 1. */
  readonly number: number;
  /** When GitHub made it, whenever its jobs began. */
  readonly startedAt: Date;
  readonly stage: Stage;
  /** Of all pipelines, newest first: a job that ran again left several. */
  readonly lines: readonly SeenLine[];
  /** What it has besides; absent where all that its jobs told is known. */
  readonly unread?: Unread;
}

/** Jobs beyond those that one look reads of a run: whatever they told is not known. */
export interface Unread {
  readonly jobs: number;
  /** When anything in the run last changed. */
  readonly until: Date;
}

export type Stage =
  /** No job of it has begun: it waits for a runner, or for its turn. */
  | { readonly kind: "waiting" }
  /** @property since when the newest of its jobs began */
  | { readonly kind: "at-work"; readonly since: Date }
  /** @property result in GitHub's own words; absent where it did nothing */
  | { readonly kind: "ended"; readonly result?: Result };

/** A line of the ledger, and when the job began and ended that left it. */
export interface SeenLine {
  readonly pipeline: Plain;
  readonly entry: LedgerEntry;
  readonly startedAt: Date;
  readonly endedAt: Date;
}
