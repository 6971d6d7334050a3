import type { Plain } from "../text/plain.ts";
import type { Blindness, Disabled, Seen, SeenRun, Sight } from "./sight.ts";
import { isBeyondReach, pipelinesIn, type Watched } from "./watched.ts";

/** From good to bad: the worst one of a watch is its state. */
export const WATCH_STATES = ["fresh", "running", "blind", "stale", "never", "disabled"] as const;
export type WatchState = (typeof WATCH_STATES)[number];

/** How one pipeline fares. */
export type Verdict =
  | { readonly kind: "fresh"; readonly ageMs: number }
  /** It is overdue, and the first run since its last success is at work: that one tells how it ends. */
  | { readonly kind: "running"; readonly run: SeenRun; readonly since: Date }
  /** @property ageMs of its last success; absent where that is older than all runs looked at */
  | { readonly kind: "stale"; readonly ageMs: number | undefined }
  /** No run that GitHub still keeps has succeeded. */
  | { readonly kind: "never" }
  | { readonly kind: "disabled"; readonly by: Disabled }
  /** It is overdue by all that could be read, and a run may have succeeded in jobs that could not. */
  | { readonly kind: "blind"; readonly run: SeenRun; readonly jobs: number };

export type Judged = Watched & { readonly verdict: Verdict };

/** What a watch found out. */
export type Finding = Looked | { readonly kind: "blind"; readonly why: Blindness };

export interface Looked {
  readonly kind: "judged";
  readonly seen: Seen;
  /** At least one; the one that fares worst comes first. */
  readonly pipelines: readonly Judged[];
  /** Named by older runs, and given up by newer ones: nobody waits for them. */
  readonly retired: readonly Plain[];
}

/** What is waited for, and until when. */
export interface Limits {
  /** Where it is not given, every pipeline that the runs name is watched. */
  readonly pipeline: Plain | undefined;
  readonly maxAgeMs: number;
}

export function judge(sight: Sight, { pipeline, maxAgeMs }: Limits, now: Date): Finding {
  if (sight.kind === "blind") return sight;
  const isActive = sight.state === "active";
  if (isActive && pipeline === undefined && isBeyondReach(sight.runs)) {
    return { kind: "blind", why: "too-many-jobs" };
  }
  const { watched, retired } = pipelinesIn(sight.runs, pipeline);
  const pipelines = watched
    .map((one) => ({ ...one, verdict: verdictOn(one, sight, maxAgeMs, now) }))
    .toSorted((a, b) => badnessOf(b) - badnessOf(a) || endOf(a) - endOf(b));
  return { kind: "judged", seen: sight, pipelines, retired };
}

function badnessOf({ verdict }: Judged): number {
  return WATCH_STATES.indexOf(verdict.kind);
}

function endOf({ last }: Judged): number {
  return last?.line.endedAt.getTime() ?? 0;
}

export function stateOf(finding: Finding): WatchState {
  // Without a pipeline nothing was judged, whatever was seen.
  return finding.kind === "blind" ? "blind" : (finding.pipelines[0]?.verdict.kind ?? "blind");
}

/** Green: there is a success that is young enough, or one on its way. */
export function isGood(state: WatchState): boolean {
  return state === "fresh" || state === "running";
}

/** People have to be told. A watch that could not see is red, and raises no alarm. */
export function isOverdue(state: WatchState): boolean {
  return !isGood(state) && state !== "blind";
}

function verdictOn({ last, since }: Watched, seen: Seen, maxAgeMs: number, now: Date): Verdict {
  if (seen.state !== "active") return { kind: "disabled", by: seen.state };
  const ageMs = last && Math.max(0, now.getTime() - last.line.endedAt.getTime());
  if (ageMs !== undefined && ageMs <= maxAgeMs) return { kind: "fresh", ageMs };
  const earliest = new Date(now.getTime() - maxAgeMs);
  const atWork = runAtWork(seen.runs, earliest);
  // With a setback before it, a run at work is no excuse: there may be one whenever a watch looks.
  if (atWork && since.setbacks.length === 0) return { kind: "running", ...atWork };
  for (const run of seen.runs) {
    // What last changed before then is no success that would be young enough.
    if (run.unread && run.unread.until >= earliest) {
      return { kind: "blind", run, jobs: run.unread.jobs };
    }
  }
  return ageMs === undefined && seen.isAll ? { kind: "never" } : { kind: "stale", ageMs };
}

/** A run that waits is no sign of life, nor is one that has been at it for longer than a success is good. */
function runAtWork(
  runs: readonly SeenRun[],
  earliest: Date,
): { readonly run: SeenRun; readonly since: Date } | undefined {
  for (const run of runs) {
    const { stage } = run;
    if (stage.kind === "at-work" && stage.since >= earliest) return { run, since: stage.since };
  }
  return undefined;
}
