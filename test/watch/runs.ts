import type { LedgerEntry } from "../../src/pipeline/ledger.ts";
import type { Result } from "../../src/pipeline/names.ts";
import { createDoor, type Plain } from "../../src/text/plain.ts";
import type { Seen, SeenRun, Stage } from "../../src/watch/sight.ts";

/** Runs of a workflow as a watch sees them, told by how many hours ago they were. */

export const NOW = new Date("2026-11-22T19:17:00Z");
export const HOUR_MS = 3_600_000;
export const MAX_AGE_MS = 28 * HOUR_MS;
const RUN_MS = 90_000;

export const plain = createDoor((text) => text);
export const DAILY = plain("daily");

export function hoursAgo(hours: number): Date {
  return new Date(NOW.getTime() - hours * HOUR_MS);
}

type End = Exclude<Result, "unknown"> | undefined;

function runAt(hours: number, stage: Stage, lines: SeenRun["lines"] = []): SeenRun {
  const number = 1000 - Math.round(hours);
  const url = `https://github.com/acme/books/actions/runs/${number}`;
  return { url, number, startedAt: hoursAgo(hours), stage, lines };
}

function stageOf(result: End): Stage {
  return { kind: "ended", ...(result && { result }) };
}

/** A line of a job that began so many hours ago. */
export function line(
  hours: number,
  result: Result,
  pipeline: Plain = DAILY,
  more: Partial<LedgerEntry> = {},
): SeenRun["lines"][number] {
  const startedAt = hoursAgo(hours);
  const endedAt = new Date(startedAt.getTime() + RUN_MS);
  return { pipeline, entry: { result, pipeline, attempt: 1, ...more }, startedAt, endedAt };
}

/** A run that told of itself, and ended as it told. */
export function told(hours: number, result: Result, pipeline: Plain = DAILY): SeenRun {
  const end = result === "unknown" ? "failed" : result;
  return runAt(hours, stageOf(end), [line(hours, result, pipeline)]);
}

/** A run with these lines, newest first. */
export function withLines(hours: number, end: End, ...lines: SeenRun["lines"]): SeenRun {
  return runAt(hours, stageOf(end), lines);
}

/** A run that left no line; without an end, it was skipped. */
export function untold(hours: number, end: End): SeenRun {
  return runAt(hours, stageOf(end));
}

export function waiting(hours: number): SeenRun {
  return runAt(hours, { kind: "waiting" });
}

/** @param sinceHours where its jobs had to wait */
export function atWork(hours: number, sinceHours = hours): SeenRun {
  return runAt(hours, { kind: "at-work", since: hoursAgo(sinceHours) });
}

export function seen(runs: readonly SeenRun[], more: Partial<Seen> = {}): Seen {
  return { kind: "seen", state: "active", runs, isAll: true, ...more };
}
