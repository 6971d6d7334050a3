import type { Failure } from "../pipeline/failure.ts";
import { newRun, type Run, type RunEvent } from "../pipeline/run.ts";
import type { Report } from "../report/report.ts";
import type { Story } from "../report/story.ts";
import { clock } from "./clock.ts";
import { compose } from "./compose.ts";
import { openJournal } from "./journal.ts";
import { openReporter, type Reporter } from "./reporter.ts";
import type { Step } from "./step.ts";

/** Reports a run that it follows, whatever becomes of it. */
export interface RunReporter extends Reporter<Run> {
  /** Keeps what there is to tell should the process break or be killed. */
  follow(event: RunEvent, run: Run): void;
  /** @param make where the run has a report of its own */
  report(run: Run, make?: (story: Story) => Report): void;
  /** Everybody has been told: nothing is left to the post step. */
  settle(): void;
}

export function openRunReporter(step: Step): RunReporter {
  const startedAt = clock.today();
  const journal = openJournal(step, startedAt);
  let latest = newRun(startedAt, []);
  const reporter = openReporter<Parameters<RunReporter["report"]>>(step, {
    compose: ([run, make]) => compose(run, step, make),
    broken: (failure) => [{ ...latest, failure }],
    wrote: (part, [{ failure }]) =>
      journal.append({ kind: "told", part, ...(isMistake(failure) ? { failure } : {}) }),
  });
  return {
    report: (...told) => reporter.report(told),
    leave: reporter.leave,
    settle: journal.discard,
    follow(event, run) {
      latest = run;
      if (event.kind !== "recalled") journal.append(event);
    },
  };
}

/** Of settings that are not right the post step knows as well. */
function isMistake(failure: Failure | undefined): failure is Failure {
  return failure?.code === "internal-error";
}
