import type { Failure } from "../pipeline/failure.ts";
import { internalError } from "../pipeline/internal-error.ts";
import type { Report } from "../report/report.ts";
import { leave } from "./leave.ts";
import { INTERNAL_ERROR_TITLE, onMistake } from "./mistakes.ts";
import { publish, type Part } from "./publish.ts";
import type { AnyStep } from "./step.ts";

/** Reports exactly once, whatever becomes of this process. */
export interface Reporter<T> {
  /** Writes all that is left behind. */
  report(told: T): void;
  /** The last thing that a step does: the process ends with the exit code of what was reported. */
  leave(): void;
}

/** How it is told what a step came to. */
export interface Telltale<T> {
  /** Never throws. */
  readonly compose: (told: T) => Report;
  /** All that there is to tell by now, should this end it. */
  readonly broken: (failure: Failure) => T;
  /** A part of it is written, and must not be once more by the post step. */
  readonly wrote: (part: Part, told: T) => void;
}

/** Node's own, for an entry that waits for a promise that never settles. */
const UNSETTLED_EXIT_CODE = 13;
const UNSETTLED = "The process came to its end before the run did: something never settled.";

/** From here on no process ends without a report; only a killed one leaves it to its post step. */
export function openReporter<T>(
  step: AnyStep,
  { compose, broken, wrote }: Telltale<T>,
): Reporter<T> {
  let isReported = false;
  let exitCode = 1;

  const tell = (told: T) => {
    isReported = true;
    const report = compose(told);
    publish(report, step, (part) => wrote(part, told));
    exitCode = report.succeeded ? 0 : 1;
  };
  onMistake(step.door, (failure) => {
    if (isReported) step.runner.annotate("error", INTERNAL_ERROR_TITLE, failure.detail);
    else tell(broken(failure));
    exitCode = 1;
  });
  process.exitCode = UNSETTLED_EXIT_CODE;
  process.on("exit", () => {
    if (!isReported) tell(broken(internalError(UNSETTLED, step.door)));
  });
  return {
    report(told) {
      tell(told);
      // Whatever becomes of the rest: this is what the run came to.
      process.exitCode = exitCode;
    },
    leave: () => leave(exitCode),
  };
}
