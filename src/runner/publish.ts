import type { Report } from "../report/report.ts";
import type { LogWords } from "../report/words/words.ts";
import type { AnyStep } from "./step.ts";

/**
 * Hands a report to the runner, all of it at once, so that no signal comes between. What cannot be
 * written is said in the log and changes nothing about the result.
 */
export function publish(report: Report, step: AnyStep): void {
  unlessUnwritable("outputs", step, () => step.runner.setOutputs(report.outputs));
  publishForPeople(report, step);
}

/** The same without the outputs, which GitHub takes from no post step. */
export function publishForPeople(
  { annotations, summary }: Pick<Report, "annotations" | "summary">,
  step: AnyStep,
): void {
  for (const { level, title, message } of annotations) step.runner.annotate(level, title, message);
  // None is wanted: a file that cannot be written is nothing to complain of then.
  if (summary !== "") {
    unlessUnwritable("summary", step, () => step.runner.writeSummary(summary));
  }
}

/** @returns whether it could be written */
export function unlessUnwritable(
  what: Parameters<LogWords["notWritten"]>[0],
  { runner, words, door }: AnyStep,
  write: () => void,
): boolean {
  try {
    write();
    return true;
  } catch (error) {
    runner.info(
      words.log.notWritten(what, door(error instanceof Error ? error.message : String(error))),
    );
    return false;
  }
}
