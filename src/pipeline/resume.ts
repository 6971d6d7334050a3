import type { EarlierAttempt, History } from "./history.ts";

/** A scrape that an earlier attempt of the same run proved, and that is not repeated. */
export interface Resumable {
  readonly attempt: number;
  readonly records: number;
  readonly provedAt: Date;
}

/**
 * What a re-run need not do again: the newest attempt that got as far as the scrape decides. One that
 * is `unknown` never does, be it in the training: nobody knows what the API is at.
 *
 * @param now the wall clock: what an earlier attempt did is on no other
 * @param withinMs how long ago it may be at the most; 0 never resumes
 */
export function resumable(history: History, now: Date, withinMs: number): Resumable | undefined {
  for (const attempt of history.attempts) {
    const { entry, startedAt } = attempt;
    switch (progressOf(attempt)) {
      case "before-scrape":
        continue;
      case "unproved":
        return undefined;
      case "proved":
        return now.getTime() - startedAt.getTime() < withinMs
          ? { attempt: entry.attempt, records: entry.records ?? 0, provedAt: startedAt }
          : undefined;
    }
  }
  return undefined;
}

type Progress = "before-scrape" | "unproved" | "proved";

function progressOf({ entry }: EarlierAttempt): Progress {
  if (entry.result === "unknown") return "unproved";
  switch (entry.failed) {
    case "health":
    case "login":
    case "baseline":
      return "before-scrape";
    case "scrape":
    case "gate":
      return "unproved";
    case "train":
    case "verify":
    case undefined:
      break;
  }
  // An attempt that resumed has no time of a scrape, and leads to the one that it resumed from.
  if (entry.records === undefined) return "unproved";
  return entry.scrapeSeconds === undefined ? "before-scrape" : "proved";
}
