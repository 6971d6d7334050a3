import type { ActionRun, Annotation } from "../../runner.ts";

/** How a job, a step or a whole run ended. */
export type Conclusion = "success" | "failure" | "cancelled" | "skipped" | "timed_out";

export interface Step {
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly startedAtMs: number;
  readonly completedAtMs: number;
}

export interface FinishedJob {
  readonly kind: "finished";
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly startedAtMs: number;
  readonly completedAtMs: number;
  readonly annotations: readonly Annotation[];
  readonly steps: readonly Step[];
}

/** A job of one attempt, as it stands. */
export type Job =
  | FinishedJob
  | { readonly kind: "running"; readonly name: string; readonly startedAtMs: number }
  /** It waits for a runner, or for its turn. */
  | { readonly kind: "queued"; readonly name: string }
  /** *Re-run failed jobs* took it over from the attempt before, as it had succeeded there. */
  | { readonly kind: "carried-over"; readonly name: string };

const ACTION_STEP = "Run the pipeline";

/** A job whose one action left `run` behind. */
export function jobOf(
  name: string,
  run: Pick<ActionRun, "outcome" | "annotations" | "durationMs" | "post">,
  startedAtMs: number,
  conclusion: Conclusion = run.outcome,
): FinishedJob {
  const completedAtMs = startedAtMs + run.durationMs;
  const step = (stepName: string, ended: Conclusion, from: number, to: number): Step => {
    return { name: stepName, conclusion: ended, startedAtMs: from, completedAtMs: to };
  };
  const post = step(`Post ${ACTION_STEP}`, "success", completedAtMs, completedAtMs);
  return {
    kind: "finished",
    name,
    conclusion,
    startedAtMs,
    completedAtMs,
    annotations: run.annotations,
    steps: [
      step("Set up job", "success", startedAtMs, startedAtMs),
      step(ACTION_STEP, conclusion, startedAtMs, completedAtMs),
      ...(run.post === undefined ? [] : [post]),
      step("Complete job", "success", completedAtMs, completedAtMs),
    ],
  };
}
