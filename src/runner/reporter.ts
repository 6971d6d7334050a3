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
  /** Writes all that a run leaves behind. */
  report(run: Run): void;
  /** The last thing that a step does: the process ends with the exit code of what was reported. */
  leave(): void;
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
  let exitCode = 1;

  const tell = (run: Run) => {
    isReported = true;
    const report = compose(run, step);
    publish(report, step);
    journal.discard();
    exitCode = report.succeeded ? 0 : 1;
  };
  onMistake(step.door, (failure) => {
    if (isReported) step.runner.annotate("error", INTERNAL_ERROR_TITLE, failure.detail);
    else tell({ ...latest, failure });
    exitCode = 1;
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
      tell(run);
      // Whatever becomes of the rest: this is what the run came to.
      process.exitCode = exitCode;
    },
    leave: () => leave(exitCode),
  };
}
