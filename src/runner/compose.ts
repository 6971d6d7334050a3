import { internalError } from "../pipeline/internal-error.ts";
import { newRun, type Run } from "../pipeline/run.ts";
import { reportOf, type Report } from "../report/report.ts";
import { asCode } from "../text/escape.ts";
import { INTERNAL_ERROR_TITLE } from "./mistakes.ts";
import type { Step } from "./step.ts";

/** The report of a run. Never throws: of a mistake in making it, as much is told as can be. */
export function compose(run: Run, { tell, door }: Pick<Step, "tell" | "door">): Report {
  try {
    return reportOf(tell(run));
  } catch (error) {
    const failure = internalError(error, door);
    // What happened in the run may be what the report broke on: then it is told without that.
    const attempts = [
      { ...run, failure },
      { ...newRun(run.startedAt, []), failure },
    ];
    for (const broken of attempts) {
      try {
        return reportOf(tell(broken));
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
