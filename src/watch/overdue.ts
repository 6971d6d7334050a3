import type { IssueOutcome, Message, News, Occasion } from "../alerts/ports.ts";
import type { Listeners, Sounded } from "../alerts/sound.ts";
import type { Seen } from "./sight.ts";
import type { Judged } from "./verdict.ts";

/** Whom to tell, and what was told before. */
export interface OverduePorts extends Listeners {
  /** When earlier watches raised an alarm; `undefined` where nobody knows. */
  readonly alarms: () => Promise<readonly Date[] | undefined>;
}

/**
 * Tells of a pipeline that is overdue. The issue comes first: it knows whether people have been told.
 *
 * @param since when it became overdue; `undefined` where that is not known
 */
export async function soundOverdue(
  message: Message,
  news: Omit<News, "state">,
  occasion: Occasion,
  since: Date | undefined,
  { issue, notify, alarms }: OverduePorts,
): Promise<Sounded> {
  const written = await issue?.raise(message, occasion);
  const delivered =
    notify && (await isNews(written, since, alarms))
      ? await notify({ ...news, state: "stale" })
      : undefined;
  return {
    ...(written === undefined ? {} : { issue: written }),
    ...(delivered === undefined ? {} : { notify: delivered }),
  };
}

/** A webhook hears of it once. Where no issue can be kept, the earlier watches tell whether it has. */
async function isNews(
  written: IssueOutcome | undefined,
  since: Date | undefined,
  alarms: OverduePorts["alarms"],
): Promise<boolean> {
  switch (written?.kind) {
    case "opened":
      return true;
    case "updated":
    case "overtaken":
    case "closed-by-hand":
    case "closed":
    case "none":
      return false;
    case "not-written":
    case undefined: {
      const earlier = await alarms();
      return !(earlier ?? []).some((at) => since === undefined || at >= since);
    }
  }
}

/** When it became so; `undefined` where no success is known to count from. */
export function overdueSince({ last, verdict }: Judged, maxAgeMs: number): Date | undefined {
  const isByAge = verdict.kind === "stale";
  return last && new Date(last.line.endedAt.getTime() + (isByAge ? maxAgeMs : 0));
}

/**
 * The moment for which a watch speaks is the end of the last success: a run that began after it knows
 * better. What such a run wrote into the issue stays, and its success closes what the watch has opened.
 */
export function occasionOf({ last }: Judged, { runs }: Seen, now: Date): Occasion {
  if (last) return { at: last.line.endedAt, since: last.line.endedAt };
  // Whoever closed the issue by hand did so after the last success, as nobody knows of one.
  return { at: runs.at(-1)?.startedAt ?? now, since: new Date(0) };
}
