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

/** Tells an alarm to whom it concerns, all at once. */
export async function sound(
  alarm: Loud,
  message: Message,
  news: Omit<News, "state">,
  occasion: Occasion,
  { issue, notify }: Listeners,
): Promise<Sounded> {
  const [written, delivered] = await Promise.all([
    alarm.kind === "raised" ? issue?.raise(message, occasion) : issue?.clear(message, occasion),
    isNews(alarm) ? notify?.({ ...news, state: stateOf(alarm) }) : undefined,
  ]);
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
