import type { Failure } from "./failure.ts";
import type { TaskName } from "./names.ts";
import { advance, setback, type Run } from "./run.ts";

/**
 * What a run comes to whose process was ended from outside: the task that it was at is cancelled, or
 * the next one when it was between two. A run that had failed before, failed.
 *
 * @param atMs from the run's start
 */
export function cutShort(run: Run, atMs: number): Run {
  if (setback(run)) return run;
  const task = run.tasks.find(({ state }) => state !== "proved");
  // Everything was proved, only nobody was told: the step is red all the same.
  if (task === undefined) return { ...run, failure: cancelled(false) };
  const mayBeWorking = task.state === "running" && hasEffect(task.name);
  return advance(run, {
    kind: "task-ended",
    task: task.name,
    atMs,
    end: { kind: "failed", failure: cancelled(mayBeWorking) },
  });
}

/** The same of a run about which nothing is known: it may have been at anything that it was to do. */
export function lostTrack(run: Run): Run {
  return { ...run, failure: cancelled(run.tasks.some(({ name }) => hasEffect(name))) };
}

/** Whether the API works on something of its own when this task is at work. */
export function hasEffect(task: TaskName): boolean {
  return task === "scrape" || task === "train";
}

function cancelled(mayBeWorking: boolean): Failure {
  return { code: "cancelled", mayBeWorking };
}
