/** A field as GitHub documents it: `*`, numbers, names of three letters, ranges, steps and lists. */
const PART = String.raw`(?:\*|(?:\d+|[a-z]{3})(?:-(?:\d+|[a-z]{3}))?)(?:\/\d+)?`;
const FIELD = new RegExp(`^${PART}(?:,${PART})*$`, "i");
const FIELDS = 5;

/**
 * When a line of cron is due next.
 *
 * @param timeZone of the IANA data base
 * @returns undefined for a line that GitHub does not take (croner would take more), or that never comes
 */
export async function nextRun(
  cron: string,
  timeZone: string,
  now: Date,
): Promise<Date | undefined> {
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== FIELDS || !fields.every((field) => FIELD.test(field))) return undefined;
  const { Cron } = await import("croner");
  try {
    return new Cron(cron, { timezone: timeZone, paused: true }).nextRun(now) ?? undefined;
  } catch {
    return undefined;
  }
}
