import type { Report } from "../report/report.ts";
import type { LogWords } from "../report/words/words.ts";
import type { AnyStep } from "./step.ts";

/** What people read of a report, each written at once. */
export const PARTS = ["annotations", "summary"] as const;
export type Part = (typeof PARTS)[number];

/**
 * Hands a report to the runner, all of it at once, so that no signal comes between. What cannot be
 * written is said in the log and changes nothing about the result.
 *
 * @param wrote told right after each part
 */
export function publish(
  report: Report,
  step: AnyStep,
  wrote: (part: Part) => void = () => {},
): void {
  unlessUnwritable("outputs", step, () => step.runner.setOutputs(report.outputs));
  for (const part of PARTS) {
    publishPart(part, report, step);
    wrote(part);
  }
}

/** A report, or some of it, without the outputs, which GitHub takes from no post step. */
export function publishForPeople(
  report: Pick<Report, Part>,
  step: AnyStep,
  parts: readonly Part[] = PARTS,
): void {
  for (const part of parts) publishPart(part, report, step);
}

function publishPart(
  part: Part,
  { annotations, summary }: Pick<Report, Part>,
  step: AnyStep,
): void {
  const { runner } = step;
  switch (part) {
    case "annotations":
      for (const { level, title, message } of annotations) runner.annotate(level, title, message);
      return;
    case "summary":
      // None is wanted: a file that cannot be written is nothing to complain of then.
      if (summary !== "") unlessUnwritable("summary", step, () => runner.writeSummary(summary));
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
