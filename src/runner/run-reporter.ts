import { newRun, type Run, type RunEvent } from "../pipeline/run.ts";
import { clock } from "./clock.ts";
import { compose } from "./compose.ts";
import { openJournal } from "./journal.ts";
import { openReporter, type Reporter } from "./reporter.ts";
import type { Step } from "./step.ts";

/** Reports a run that it follows, whatever becomes of it. */
export interface RunReporter extends Reporter<Run> {
  /** Keeps what there is to tell should the process break or be killed. */
  follow(event: RunEvent, run: Run): void;
}

export function openRunReporter(step: Step): RunReporter {
  const startedAt = clock.today();
  const journal = openJournal(step, startedAt);
  let latest = newRun(startedAt, []);
  const reporter = openReporter<Run>(step, {
    compose: (run) => compose(run, step),
    broken: (failure) => ({ ...latest, failure }),
    settled: journal.discard,
  });
  return {
    ...reporter,
    follow(event, run) {
      latest = run;
      if (event.kind !== "recalled") journal.append(event);
    },
  };
}
