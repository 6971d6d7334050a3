import type { Cron } from "croner";
import type { Punctuality } from "../pipeline/schedule.ts";
import { readCron } from "./cron.ts";

/** A run that a line of cron started. */
export interface Fired {
  readonly cron: string;
  /** Of the IANA data base; GitHub's event does not carry the one beside `cron`. */
  readonly timeZone: string;
  /** When the action began. */
  readonly startedAt: Date;
}

/** When GitHub started runs of a workflow, as far as it tells. */
export interface Starts {
  /** This one: its job may have waited for a runner since. */
  readonly thisRun?: Date;
  /** The last one before it that a schedule started. */
  readonly lastScheduled?: { readonly id: number | null; readonly at: Date };
}

/** A line that fires every five minutes misses no more in eight hours; more is told as a number anyway. */
const MAX_MISSED = 100;

/**
 * When a scheduled run was due, how late it is, and which ones never came. GitHub does not say which of
 * several lines started an earlier run, so a run that another line started counts as one that came.
 *
 * @returns undefined for a line or a moment that croner cannot reckon with: no run breaks on its schedule
 */
export async function punctualityOf(
  fired: Fired,
  starts: Starts,
): Promise<Punctuality | undefined> {
  const schedule = await readCron(fired.cron, fired.timeZone);
  if (schedule === undefined) return undefined;
  try {
    return reckon(schedule, fired, starts);
  } catch {
    return undefined;
  }
}

function reckon(
  schedule: Cron,
  { cron, startedAt }: Fired,
  { thisRun, lastScheduled }: Starts,
): Punctuality | undefined {
  // While a job waits for a runner the next run may be due: this one is none of that.
  const firedMs = Math.min(startedAt.getTime(), thisRun?.getTime() ?? Infinity);
  // An occurrence at this very second is due, too.
  const [dueAt] = schedule.previousRuns(1, new Date(firedMs + 1000));
  if (!dueAt) return undefined;
  const missedAt: Date[] = [];
  let at = lastScheduled && schedule.nextRun(lastScheduled.at);
  while (at && at < dueAt && missedAt.length < MAX_MISSED) {
    missedAt.push(at);
    at = schedule.nextRun(at);
  }
  const nextAt = schedule.nextRun(startedAt);
  const lateMs = startedAt.getTime() - dueAt.getTime();
  return { cron, dueAt, lateMs, missedAt, ...(nextAt ? { nextAt } : {}) };
}
