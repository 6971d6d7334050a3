import type {
  FailureIssue,
  IssueLink,
  IssueOutcome,
  IssueTrouble,
  Message,
  Occasion,
} from "../alerts/ports.ts";
import type { Alerts } from "../settings/settings.ts";
import type { Door } from "../text/plain.ts";
import { markedPart } from "./issue-marker.ts";
import type { Issue, IssueTracker, Ours } from "./issue-tracker.ts";
import { Refused, type Refusal } from "./refusal.ts";

/** Which issue it is, and what a new one gets. */
export interface IssueWanted extends Pick<Alerts, "labels" | "assignees"> {
  readonly pipeline: string;
}

/**
 * The failure issue of one pipeline, found by the marker in its body: people may change its title, its
 * labels and all text around our part. Two runs at once end with one issue, the older one.
 *
 * @param open called for each telling; what it throws is told as a trouble, if it is a {@link Refused}
 */
export function failureIssue(
  open: () => Promise<IssueTracker>,
  { pipeline, labels, assignees }: IssueWanted,
  { door, today }: { readonly door: Door; readonly today: () => Date },
): FailureIssue {
  /** A run that began later has had its say. A clock that ran ahead silences nobody. */
  function isOvertaken({ marker }: Ours, { at }: Occasion): boolean {
    return marker.at > at && marker.at <= today();
  }

  async function raise(
    tracker: IssueTracker,
    message: Message,
    occasion: Occasion,
  ): Promise<IssueOutcome> {
    const part = markedPart({ pipeline, state: "failing", at: occasion.at }, message.body);
    const [known] = await tracker.list("open");
    if (known) {
      if (isOvertaken(known, occasion)) return { kind: "overtaken", issue: linkOf(known) };
      await tracker.rewrite(known, part);
      return { kind: "updated", issue: linkOf(known) };
    }
    const closed = await tracker.list("closed");
    const later = closed.findLast((one) => isOvertaken(one, occasion));
    if (later) return { kind: "overtaken", issue: linkOf(later) };
    const unwanted = closed.findLast((one) => isClosedByHand(one, occasion));
    if (unwanted) return { kind: "closed-by-hand", issue: linkOf(unwanted) };

    const { issue: made, isBare } = await make(tracker, message.title, part);
    // Another run may have opened one at the same time: both see both, and the older one stays.
    const [first] = await tracker.list("open");
    if (!first || first.number >= made.number) {
      return { kind: "opened", issue: { ...linkOf(made), ...(isBare && { isBare }) } };
    }
    const recovered = markedPart({ pipeline, state: "recovered", at: occasion.at }, message.body);
    await tracker.rewrite(made, recovered, { state: "closed", state_reason: "not_planned" });
    return { kind: "updated", issue: linkOf(first) };
  }

  /** GitHub refuses a whole issue for one assignee or label that it does not know. */
  async function make(
    tracker: IssueTracker,
    title: string,
    body: string,
  ): Promise<{ readonly issue: Issue; readonly isBare: boolean }> {
    const isPlain = labels.length + assignees.length === 0;
    try {
      return { issue: await tracker.open({ title, body, labels, assignees }), isBare: false };
    } catch (error) {
      const isInvalid = error instanceof Refused && error.refusal.kind === "invalid";
      if (!isInvalid || isPlain) throw error;
      return { issue: await tracker.open({ title, body }), isBare: true };
    }
  }

  async function clear(
    tracker: IssueTracker,
    message: Message,
    occasion: Occasion,
  ): Promise<IssueOutcome> {
    const found = await tracker.list("open");
    // One that says it has recovered was opened again by somebody, and is theirs.
    const [known, ...others] = found.filter(({ marker }) => marker.state === "failing");
    if (!known) return { kind: "none" };
    if (isOvertaken(known, occasion)) return { kind: "overtaken", issue: linkOf(known) };
    const part = markedPart({ pipeline, state: "recovered", at: occasion.at }, message.body);
    for (const issue of [known, ...others]) {
      await tracker.rewrite(issue, part, { state: "closed", state_reason: "completed" });
      await tracker.comment(issue, message.farewell);
    }
    return { kind: "closed", issue: linkOf(known) };
  }

  async function told(act: (tracker: IssueTracker) => Promise<IssueOutcome>) {
    try {
      return await act(await open());
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { refusal } = error;
      const words = refusal.words === "" ? {} : { words: door(refusal.words) };
      return { kind: "not-written", why: troubleOf(refusal), ...words } as const;
    }
  }

  return {
    raise: (message, occasion) => told((tracker) => raise(tracker, message, occasion)),
    clear: (message, occasion) => told((tracker) => clear(tracker, message, occasion)),
  };
}

/** Where none can be written at all. */
export function noIssue(why: IssueTrouble): FailureIssue {
  const outcome = Promise.resolve<IssueOutcome>({ kind: "not-written", why });
  return { raise: () => outcome, clear: () => outcome };
}

/** Somebody knows of these very failures, and does not want to hear of them. */
function isClosedByHand({ marker }: Ours, { since }: Occasion): boolean {
  return marker.state === "failing" && since !== undefined && marker.at >= since;
}

function linkOf({ number, html_url: url }: Issue): IssueLink {
  return { number, url };
}

function troubleOf(refusal: Refusal): IssueTrouble {
  switch (refusal.kind) {
    case "token-rejected":
      return "bad-token";
    case "not-permitted":
    case "not-found":
      return "no-permission";
    case "rate-limited":
      return "rate-limited";
    case "no-answer":
      return refusal.ending.kind === "too-large" ? "too-large" : "no-answer";
    case "failed":
      return refusal.status === ISSUES_OFF ? "issues-off" : "refused";
    case "conflict":
    case "invalid":
    case "moved":
    case "malformed":
      return "refused";
  }
}

/** 410 Gone: the repository has its issues switched off (docs.github.com/rest/issues). */
const ISSUES_OFF = 410;
