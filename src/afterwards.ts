import { refusedRun, type Run } from "./pipeline/run.ts";
import { clock } from "./runner/clock.ts";
import { compose } from "./runner/compose.ts";
import { JOURNAL_STATE, removeJournal } from "./runner/journal.ts";
import { readLeftJournal, type LeftJournal } from "./runner/left-journal.ts";
import { PARTS, publishForPeople, type Part } from "./runner/publish.ts";
import { retell } from "./runner/retell.ts";
import type { Step } from "./runner/step.ts";

/** A run that its main step did not tell to everybody. */
export interface LeftRun {
  readonly run: Run;
  /** Now everybody has been told: another post step would tell them once more. */
  readonly settle: () => void;
}

/**
 * Tells people what the main step could not: all of a run that was killed, or the part of its report that
 * a kill came before.
 *
 * @returns undefined where nothing is left
 */
export function tellLeft(step: Step): LeftRun | undefined {
  const path = step.runner.state(JOURNAL_STATE);
  const left = readLeftJournal(path, step.door);
  if (left.kind === "none") return undefined;
  const run = runOf(left, step);
  publishForPeople(compose(run, step), step, unwritten(left));
  return { run, settle: () => removeJournal(path, step) };
}

type Left = Exclude<LeftJournal, { readonly kind: "none" }>;

function runOf(left: Left, { read }: Step): Run {
  // A preflight asks the API all the same, and may have been killed meanwhile.
  if (read.kind === "invalid") {
    const startedAt = left.kind === "read" ? left.startedAt : clock.today();
    return refusedRun(startedAt, read.problems);
  }
  return retell(left, read.settings, clock.today());
}

function unwritten(left: Left): readonly Part[] {
  const written = left.kind === "read" ? left.ticks.map(({ part }) => part) : [];
  return PARTS.filter((part) => !written.includes(part));
}
