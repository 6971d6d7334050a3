import * as v from "valibot";
import { newRun, resultOf, type Run } from "../pipeline/run.ts";
import { hasAlerts } from "../settings/alerts.ts";
import { unlessUnwritable } from "./publish.ts";
import type { Step } from "./step.ts";

/** Under which the post step finds when a cancelled run began; action/post.js looks at it, too. */
const ALERTS_STATE = "alerts";

/**
 * Leaves the alerts of a run that has been told to its post step: a cancelled main step has seconds, and
 * GitHub may not answer in them.
 */
export function leaveAlerts(run: Run, step: Step): void {
  if (!hasAlerts(step.manner) || resultOf(run) !== "cancelled") return;
  unlessUnwritable("alerts", step, () => {
    step.runner.saveState(ALERTS_STATE, run.startedAt.toISOString());
  });
}

/** The run that was told as cancelled, as far as its alerts need it; `undefined` where none was left. */
export function readLeftAlerts({ runner }: Step): Run | undefined {
  const left = v.safeParse(v.pipe(v.string(), v.isoTimestamp()), runner.state(ALERTS_STATE));
  if (!left.success) return undefined;
  const run = newRun(new Date(left.output), []);
  return { ...run, failure: { code: "cancelled", mayBeWorking: false } };
}
