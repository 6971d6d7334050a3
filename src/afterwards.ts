import { readLeftJournal } from "./runner/left-journal.ts";
import { JOURNAL_STATE } from "./runner/journal.ts";
import { clock } from "./runner/clock.ts";
import { compose } from "./runner/compose.ts";
import { readLeftAlerts } from "./runner/left-alerts.ts";
import { publishForPeople } from "./runner/publish.ts";
import { retell } from "./runner/retell.ts";
import type { Step } from "./runner/step.ts";
import { refusedRun, type Run } from "./pipeline/run.ts";

/**
 * Tells the run of a main step that was killed.
 *
 * @returns the run whose alerts are left: that one, or one that was cancelled and told
 */
export function tellLeft(step: Step): Run | undefined {
  const untold = untoldRun(step);
  if (untold) publishForPeople(compose(untold, step), step);
  return untold ?? readLeftAlerts(step);
}

/** `undefined` where the main step has told its run, or never came to have one. */
function untoldRun({ runner, door, read }: Step): Run | undefined {
  const left = readLeftJournal(runner.state(JOURNAL_STATE), door);
  if (left.kind === "none") return undefined;
  // A preflight asks the API all the same, and may have been killed meanwhile.
  if (read.kind === "invalid") return refusedRun(clock.today(), read.problems);
  return retell(left, read.settings, clock.today());
}
