import type { Alarm } from "./alarm.ts";
import type { Delivery, FailureIssue, IssueOutcome, Message, News, Occasion } from "./ports.ts";

/** Whom a team wants to be told; absent where it does not. */
export interface Listeners {
  readonly issue?: FailureIssue;
  readonly notify?: (news: News) => Promise<Delivery>;
}

/** What became of an alarm; absent where nobody had to be told that way. */
export interface Sounded {
  readonly issue?: IssueOutcome;
  readonly notify?: Delivery;
}

/** An alarm that has something to say. */
export type Loud = Exclude<Alarm, { readonly kind: "quiet" }>;

/**
 * Tells an alarm to whom it concerns, all at once. That a pipeline works again is news as well where it
 * closes an issue: a watch may have opened that, and told the webhook, though no run did.
 */
export async function sound(
  alarm: Loud,
  message: Message,
  news: Omit<News, "state">,
  occasion: Occasion,
  { issue, notify }: Listeners,
): Promise<Sounded> {
  const tell = () => notify?.({ ...news, state: stateOf(alarm) });
  const [written, told] = await Promise.all([
    alarm.kind === "raised" ? issue?.raise(message, occasion) : issue?.clear(message, occasion),
    isNews(alarm) ? tell() : undefined,
  ]);
  const delivered = told ?? (written?.kind === "closed" ? await tell() : undefined);
  return {
    ...(written === undefined ? {} : { issue: written }),
    ...(delivered === undefined ? {} : { notify: delivered }),
  };
}

/** A webhook hears of the first alarm and of the end of all, and of nothing in between. */
function isNews(alarm: Loud): boolean {
  return alarm.kind === "raised" ? alarm.isFirst : alarm.wasRaised;
}

function stateOf(alarm: Loud): News["state"] {
  return alarm.kind === "raised" ? alarm.why : "recovered";
}
