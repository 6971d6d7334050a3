import type { Voice } from "../voice.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Beyond three days nobody counts in hours. */
const IN_DAYS_FROM_MS = 3 * DAY_MS;

/** An age as people say it: of its last minute or day a part does not count, but there is one at least. */
export function ageSaid(ageMs: number, days: (count: number) => string, voice: Voice): string {
  if (ageMs >= IN_DAYS_FROM_MS) return days(Math.floor(ageMs / DAY_MS));
  return voice.duration(Math.max(1, Math.floor(ageMs / MINUTE_MS)) * MINUTE_MS);
}
