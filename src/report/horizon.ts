import type { History } from "../pipeline/history.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Horizon } from "./words/history-words.ts";

const DAY_MS = 86_400_000;

/**
 * How far back runs are known; `undefined` where none is. Whether older ones are gone is told by the
 * repository's retention only: a pipeline may be as young as its oldest run.
 */
export function horizonOf(
  { startedAt, retentionDays }: Chronicle,
  { runs }: History,
): Horizon | undefined {
  const oldest = runs.at(-1);
  if (!oldest) return undefined;
  const ageDays = (startedAt.getTime() - oldest.startedAt.getTime()) / DAY_MS;
  // A day of slack: GitHub does not remove to the hour.
  const isCut = retentionDays !== undefined && ageDays >= retentionDays - 2;
  return { since: oldest.startedAt, retentionDays: isCut ? retentionDays : undefined };
}
