import type { Result } from "../pipeline/names.ts";
import type { TaskRun } from "../pipeline/run.ts";

/** Each has its words next to it: a mark alone never says it. */

export const RESULT_MARKS: Readonly<Record<Result, string>> = {
  succeeded: "✅",
  failed: "❌",
  unknown: "❓",
  cancelled: "⏹️",
};

/** Of what did not have to be done, or could not any more. */
export const SKIPPED_MARK = "⏭️";

export function taskMark(state: TaskRun["state"], isCancelled: boolean): string {
  switch (state) {
    case "proved":
      return RESULT_MARKS.succeeded;
    case "failed":
      return isCancelled ? RESULT_MARKS.cancelled : RESULT_MARKS.failed;
    case "unknown":
      return RESULT_MARKS.unknown;
    case "running":
      return RESULT_MARKS.cancelled;
    case "waiting":
      return SKIPPED_MARK;
  }
}
