import type { IssueOutcome, Message, News, Occasion } from "../alerts/ports.ts";
import type { Listeners, Sounded } from "../alerts/sound.ts";
import type { Seen } from "./sight.ts";
import type { EarlierWatch } from "./told.ts";
import type { Judged } from "./verdict.ts";

/** Whom to tell, and what was told before. */
export interface OverduePorts extends Listeners {
  /** The watches before this one; `undefined` where nobody knows of them. */
  readonly earlier: () => Promise<readonly EarlierWatch[] | undefined>;
}

/**
 * Tells of a pipeline that is overdue. The issue comes first: it knows whether people have been told.
 *
 * @param since when it became overdue
 */
export async function soundOverdue(
  message: Message,
  news: Omit<News, "state">,
  occasion: Occasion,
  since: Date,
  { issue, notify, earlier }: OverduePorts,
): Promise<Sounded> {
  const written = await issue?.raise(message, occasion);
  const watches = async () => (await earlier())?.filter(({ at }) => at >= since);
  const delivered =
    notify && (await isNews(written, news.pipeline, watches))
      ? await notify({ ...news, state: "stale" })
      : undefined;
  return {
    ...(written === undefined ? {} : { issue: written }),
    ...(delivered === undefined ? {} : { notify: delivered }),
  };
}

/**
 * A webhook hears of it once. Where the issue stood open before, it has heard, unless an earlier watch says
 * that something of its own did not arrive. Where no issue can be kept, the earlier watches say all.
 *
 * @param watches those since it became overdue
 */
async function isNews(
  written: IssueOutcome | undefined,
  pipeline: string,
  watches: OverduePorts["earlier"],
): Promise<boolean> {
  const hasHeard = (all: readonly EarlierWatch[] | undefined) =>
    (all ?? []).some(({ told }) => told.includes(pipeline));
  switch (written?.kind) {
    case "opened":
      return true;
    case "updated":
    case "overtaken": {
      const all = await watches();
      return (all ?? []).some(({ hasFailed }) => hasFailed) && !hasHeard(all);
    }
    case "closed-by-hand":
    case "closed":
    case "none":
      return false;
    case "not-written":
    case undefined:
      return !hasHeard(await watches());
  }
}

/** When it became so: at the latest with the oldest run that was looked at, where no success is known. */
export function overdueSince({ last, verdict }: Judged, { runs }: Seen, maxAgeMs: number): Date {
  if (!last) return runs.at(-1)?.startedAt ?? new Date(0);
  const isByAge = verdict.kind === "stale";
  return new Date(last.line.endedAt.getTime() + (isByAge ? maxAgeMs : 0));
}

/**
 * The moment for which a watch speaks is the end of the last success, be it of a half that is not overdue:
 * a run that began after it knows better. What such a run wrote into the issue stays, and its success closes
 * what the watch has opened.
 */
export function occasionOf({ last, since }: Judged, { runs }: Seen, now: Date): Occasion {
  const newest = since.partial[0] ?? last;
  if (newest) return { at: newest.line.endedAt, since: newest.line.endedAt };
  // Whoever closed the issue by hand did so after the last success, as nobody knows of one.
  return { at: runs.at(-1)?.startedAt ?? now, since: new Date(0) };
}
