import type { Cron } from "croner";

/**
 * A field as GitHub documents it: `*`, numbers, names of three letters, ranges, steps and lists. Steps may
 * begin at a number, as in `20/15`, which croner takes for sloppy.
 */
const PART = String.raw`(?:\*|(?:\d+|[a-z]{3})(?:-(?:\d+|[a-z]{3}))?)(?:\/\d+)?`;
const FIELD = new RegExp(`^${PART}(?:,${PART})*$`, "i");
const FIELDS = 5;

/**
 * A line of cron to reckon with, in a time zone of the IANA data base; undefined for one that GitHub does
 * not take (croner would take more).
 */
export async function readCron(line: string, timeZone: string): Promise<Cron | undefined> {
  const fields = line.trim().split(/\s+/);
  if (fields.length !== FIELDS || !fields.every((field) => FIELD.test(field))) return undefined;
  const croner = await import("croner");
  try {
    return new croner.Cron(line, { timezone: timeZone, paused: true, sloppyRanges: true });
  } catch {
    return undefined;
  }
}

/**
 * When a line of cron is due next.
 *
 * @returns undefined for a line that is none, or that never comes
 */
export async function nextRun(
  line: string,
  timeZone: string,
  now: Date,
): Promise<Date | undefined> {
  return (await readCron(line, timeZone))?.nextRun(now) ?? undefined;
}
