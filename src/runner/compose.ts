import type { Failure } from "../pipeline/failure.ts";
import { internalError } from "../pipeline/internal-error.ts";
import { newRun, type Run } from "../pipeline/run.ts";
import { reportOf, type Report } from "../report/report.ts";
import type { Story } from "../report/story.ts";
import { asCode } from "../text/escape.ts";
import type { Door } from "../text/plain.ts";
import { INTERNAL_ERROR_TITLE } from "./mistakes.ts";
import type { Step } from "./step.ts";

/**
 * The report of a run. Never throws: of a mistake in making it, as much is told as can be.
 *
 * @param make where the run has a report of its own; a mistake in that one is told as in any
 */
export function compose(
  run: Run,
  { tell, door }: Pick<Step, "tell" | "door">,
  make: (story: Story) => Report = reportOf,
): Report {
  return composeOneOf(
    (told) => (told === run ? make : reportOf)(tell(told)),
    run,
    // What happened in the run may be what the report broke on: then it is told without that.
    (failure) => [
      { ...run, failure },
      { ...newRun(run.startedAt, []), failure },
    ],
    door,
  );
}

/**
 * The same of whatever is told.
 *
 * @param broken what to tell, with a mistake in telling it: the first that can be told
 */
export function composeOneOf<T>(
  report: (told: T) => Report,
  told: T,
  broken: (failure: Failure) => readonly T[],
  door: Door,
): Report {
  try {
    return report(told);
  } catch (error) {
    const failure = internalError(error, door);
    for (const less of broken(failure)) {
      try {
        return report(less);
      } catch {
        // The first mistake is the one to tell, and the next attempt tells it with less.
      }
    }
    return bareReport(failure.detail);
  }
}

/** What needs no words: they may be what is broken. */
function bareReport(detail: string): Report {
  return {
    succeeded: false,
    outputs: { result: "failed", "failure-code": "internal-error" },
    annotations: [{ level: "error", title: INTERNAL_ERROR_TITLE, message: detail }],
    summary: `## ❌ ${INTERNAL_ERROR_TITLE}\n\n${asCode(detail)}\n`,
  };
}
