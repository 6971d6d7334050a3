import type { Result, TaskName } from "./names.ts";
import type { SettingsProblem } from "../settings/settings.ts";
import type { Plain } from "../text/plain.ts";
import type { Failure, FailureCode } from "./failure.ts";
import type { MemoryGap, Recollection, RequestReport, Served } from "./ports.ts";

/** What the tasks found out, each fact by one task. Counts are records. */
export interface Facts {
  /** stats before the scrape. */
  readonly countedBefore?: number;
  /** All numbers of stats before the scrape, in one text. */
  readonly numbersBefore?: string;
  /** What the last proved run left in the ledger. */
  readonly rememberedBefore?: number;
  /** The larger of the two: what the gate compares with. */
  readonly before?: number;
  readonly reported?: number;
  /** The attempt of this run that proved the scrape, where this one did not repeat it. */
  readonly resumedFrom?: number;
  readonly stored?: number;
  readonly artifacts?: readonly Plain[];
  readonly served?: Served;
  /** After a scrape that was not proved: what stats said then. */
  readonly aftermath?: Aftermath;
}

export type Aftermath =
  | { readonly kind: "counted"; readonly records: number }
  | { readonly kind: "unreadable"; readonly code: FailureCode };

/** Something people should know that changes no result. */
export type Note =
  /** The scrape's answer was lost; the numbers changed and held, so what they say counts. */
  | { readonly kind: "observed"; readonly code: FailureCode; readonly records: number }
  /** The step was killed: this was told afterwards, from its journal. */
  | { readonly kind: "told-late"; readonly journal: "read" | "unreadable" }
  /** The password has fewer than four characters: nothing can hide it. */
  | { readonly kind: "short-password" }
  | { readonly kind: "memory-gap"; readonly reason: MemoryGap }
  | { readonly kind: "no-baseline" }
  | { readonly kind: "stored-unchecked" }
  | { readonly kind: "stale-stats"; readonly stats: number; readonly features: number }
  | { readonly kind: "false-alarm"; readonly times: number }
  | { readonly kind: "not-served"; readonly problem: NotServed };

export type NotServed =
  | { readonly kind: "differs"; readonly stored: number; readonly served: number }
  | { readonly kind: "unreadable"; readonly code: FailureCode };

/** How a task ended, with what it found out. */
export type TaskEnd = {
  readonly facts?: Facts;
  readonly notes?: readonly Note[];
} & (
  | { readonly kind: "proved" }
  | { readonly kind: "failed" | "unknown"; readonly failure: Failure }
);

export type TaskRun = { readonly name: TaskName } & (
  | { readonly state: "waiting" }
  | { readonly state: "running"; readonly startedMs: number }
  | { readonly state: "proved"; readonly startedMs: number; readonly tookMs: number }
  | {
      readonly state: "failed" | "unknown";
      readonly startedMs: number;
      readonly tookMs: number;
      readonly failure: Failure;
    }
);

/** One line of the list of requests. */
export interface RequestLine extends RequestReport {
  readonly task: TaskName;
  readonly endedMs: number;
}

/** Times in ms are counted from the run's own start, on a monotonic clock. */
export interface Run {
  readonly startedAt: Date;
  readonly tookMs: number;
  readonly tasks: readonly TaskRun[];
  readonly facts: Facts;
  readonly notes: readonly Note[];
  readonly requests: readonly RequestLine[];
  /** Absent until it is known. */
  readonly recollection?: Recollection;
  /** What went wrong outside of all tasks; it outweighs what went wrong in one. */
  readonly failure?: Failure;
}

export type RunEvent =
  | { readonly kind: "task-started"; readonly task: TaskName; readonly atMs: number }
  | {
      readonly kind: "task-ended";
      readonly task: TaskName;
      readonly atMs: number;
      readonly end: TaskEnd;
    }
  | { readonly kind: "request-ended"; readonly request: RequestLine }
  | { readonly kind: "recalled"; readonly recollection: Recollection }
  | {
      readonly kind: "waiting";
      readonly task: TaskName;
      readonly failure: Failure;
      readonly waitMs: number;
    };

export function newRun(
  startedAt: Date,
  tasks: readonly TaskName[],
  notes: readonly Note[] = [],
): Run {
  return {
    startedAt,
    tookMs: 0,
    tasks: tasks.map((name) => ({ name, state: "waiting" })),
    facts: {},
    notes,
    requests: [],
  };
}

/** The run of settings that are not right: nothing was sent. */
export function refusedRun(startedAt: Date, problems: readonly SettingsProblem[]): Run {
  return { ...newRun(startedAt, []), failure: { code: "settings-invalid", problems } };
}

/** The run after one more event: its only transition. */
export function advance(run: Run, event: RunEvent): Run {
  switch (event.kind) {
    case "task-started":
      return withTask(run, event.task, () => ({
        name: event.task,
        state: "running",
        startedMs: event.atMs,
      }));
    case "task-ended":
      return {
        ...withTask(run, event.task, (task) => ended(task, event.end, event.atMs)),
        tookMs: event.atMs,
        facts: { ...run.facts, ...event.end.facts },
        notes: [...run.notes, ...(event.end.notes ?? [])],
      };
    case "request-ended":
      return { ...run, requests: [...run.requests, event.request] };
    case "recalled":
      return { ...run, recollection: event.recollection };
    case "waiting":
      return run;
  }
}

function withTask(run: Run, name: TaskName, change: (task: TaskRun) => TaskRun): Run {
  return { ...run, tasks: run.tasks.map((task) => (task.name === name ? change(task) : task)) };
}

function ended(task: TaskRun, end: TaskEnd, atMs: number): TaskRun {
  const startedMs = task.state === "waiting" ? atMs : task.startedMs;
  const times = { name: task.name, startedMs, tookMs: atMs - startedMs };
  switch (end.kind) {
    case "proved":
      return { ...times, state: "proved" };
    case "failed":
    case "unknown":
      return { ...times, state: end.kind, failure: end.failure };
  }
}

/** The first thing that went wrong, and the task in which it did (none when it was outside of all). */
export function setback(
  run: Run,
):
  | { readonly task?: TaskName; readonly kind: "failed" | "unknown"; readonly failure: Failure }
  | undefined {
  if (run.failure) return { kind: "failed", failure: run.failure };
  for (const task of run.tasks) {
    if (task.state === "failed" || task.state === "unknown") {
      return { task: task.name, kind: task.state, failure: task.failure };
    }
  }
  return undefined;
}

/** Succeeded only when every task proved its work: one that is still waiting did not. */
export function resultOf(run: Run): Result {
  const wrong = setback(run);
  if (wrong) return wrong.failure.code === "cancelled" ? "cancelled" : wrong.kind;
  return run.tasks.every((task) => task.state === "proved") ? "succeeded" : "failed";
}
