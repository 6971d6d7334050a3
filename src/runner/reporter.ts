import { internalError } from "../pipeline/internal-error.ts";
import { newRun, type Run, type RunEvent } from "../pipeline/run.ts";
import { clock } from "./clock.ts";
import { compose } from "./compose.ts";
import { openJournal } from "./journal.ts";
import { leave } from "./leave.ts";
import { INTERNAL_ERROR_TITLE, onMistake } from "./mistakes.ts";
import { publish } from "./publish.ts";
import type { Step } from "./step.ts";

/** Reports a run exactly once, whatever becomes of it and of this process. */
export interface Reporter {
  /** Keeps what there is to tell should the process break or be killed. */
  follow(event: RunEvent, run: Run): void;
  /** The last thing that a run does: the process ends with it. */
  report(run: Run): void;
}

/** Node's own, for an entry that waits for a promise that never settles. */
const UNSETTLED_EXIT_CODE = 13;
const UNSETTLED = "The process came to its end before the run did: something never settled.";

/** From here on no process ends without a report; only a killed one leaves it to its post step. */
export function openReporter(step: Step): Reporter {
  const startedAt = clock.today();
  const journal = openJournal(step, startedAt);
  let latest = newRun(startedAt, []);
  let isReported = false;

  const tell = (run: Run): { readonly succeeded: boolean } => {
    isReported = true;
    const report = compose(run, step);
    publish(report, step);
    journal.discard();
    return report;
  };
  onMistake(step.door, (failure) => {
    if (isReported) step.runner.annotate("error", INTERNAL_ERROR_TITLE, failure.detail);
    else tell({ ...latest, failure });
  });
  process.exitCode = UNSETTLED_EXIT_CODE;
  process.on("exit", () => {
    if (!isReported) tell({ ...latest, failure: internalError(UNSETTLED, step.door) });
  });
  return {
    follow(event, run) {
      latest = run;
      if (event.kind !== "recalled") journal.append(event);
    },
    report(run) {
      const { succeeded } = tell(run);
      leave(succeeded ? 0 : 1);
    },
  };
}
