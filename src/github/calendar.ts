import type { Cron } from "croner";
import type { Punctuality } from "../pipeline/schedule.ts";

/** What a line of cron says of a run that it started. */
export interface Fired {
  readonly cron: string;
  /** Of the IANA data base; GitHub's event does not carry the one beside `cron`. */
  readonly timeZone: string;
  readonly startedAt: Date;
  /** When the schedule started the workflow before this. */
  readonly before: Date | undefined;
}

/** A line that fires every five minutes misses no more in eight hours; more is told as a number anyway. */
const MAX_MISSED = 100;

/**
 * When a scheduled run was due, how late it is, and which ones never came. GitHub does not say which of
 * several lines started an earlier run, so a run that another line started counts as one that came.
 *
 * @returns undefined for a line or a moment that croner cannot reckon with: no run breaks on its schedule
 */
export async function punctualityOf(fired: Fired): Promise<Punctuality | undefined> {
  // GitHub takes five fields, and nothing else that croner would.
  if (fired.cron.trim().split(/\s+/).length !== 5) return undefined;
  const { Cron } = await import("croner");
  try {
    return reckon(new Cron(fired.cron, { timezone: fired.timeZone, paused: true }), fired);
  } catch {
    return undefined;
  }
}

function reckon(schedule: Cron, { cron, startedAt, before }: Fired): Punctuality | undefined {
  // An occurrence at this very second is due, too.
  const [dueAt] = schedule.previousRuns(1, new Date(startedAt.getTime() + 1000));
  if (!dueAt) return undefined;
  const missedAt: Date[] = [];
  let at = before && schedule.nextRun(before);
  while (at && at < dueAt && missedAt.length < MAX_MISSED) {
    missedAt.push(at);
    at = schedule.nextRun(at);
  }
  return { cron, dueAt, lateMs: startedAt.getTime() - dueAt.getTime(), missedAt };
}
