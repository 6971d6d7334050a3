import type { Result } from "../pipeline/names.ts";
import type { Plain } from "../text/plain.ts";

/** What is told, in the words of the reader's language. */
export interface Message {
  /** Of a new issue: one line, which people may change. */
  readonly title: string;
  /** Markdown: the part of the issue that is ours. */
  readonly body: string;
  /** Markdown: said in the issue when it is closed. */
  readonly farewell: string;
  /** Plain text: for those who do not read issues. */
  readonly text: string;
}

/** The issue that stands open while a pipeline keeps failing. Neither call rejects. */
export interface FailureIssue {
  /** Opens it, or brings the open one up to date. */
  raise(message: Message, occasion: Occasion): Promise<IssueOutcome>;
  /** Closes it with a word, where it is open. */
  clear(message: Message, occasion: Occasion): Promise<IssueOutcome>;
}

/** When what is told was so. */
export interface Occasion {
  /** When this run began: what is older overwrites nothing. */
  readonly at: Date;
  /** When the runs in a row began of which it is the last one; absent where that is not known. */
  readonly since?: Date;
}

export type IssueOutcome =
  | { readonly kind: "opened" | "updated" | "closed"; readonly issue: IssueLink }
  /** Somebody closed it while these very failures went on: nothing was changed. */
  | { readonly kind: "closed-by-hand"; readonly issue: IssueLink }
  /** A newer run has written it: nothing was changed. */
  | { readonly kind: "overtaken"; readonly issue: IssueLink }
  /** There was none to close. */
  | { readonly kind: "none" }
  | { readonly kind: "not-written"; readonly why: IssueTrouble; readonly words?: Plain };

export interface IssueLink {
  readonly number: number;
  readonly url: string;
  /** GitHub did not take its labels or assignees, so that it was opened without them. */
  readonly isBare?: true;
}

/** Why the issue is not as it should be; each has a sentence that says what to do. */
export type IssueTrouble =
  | "issues-off"
  | "no-permission"
  | "bad-token"
  | "no-token"
  | "outside-actions"
  | "rate-limited"
  | "refused"
  | "too-large"
  | "no-answer";

/** What a dead man's switch hears. */
export type Beat = "start" | "success" | "fail";

export interface News {
  readonly state: "failing" | "stalled" | "stale" | "recovered" | "test";
  readonly pipeline: Plain;
  /** Absent where no run tells, but the watch over all of them. */
  readonly result?: Result;
  /** Plain text: all that people need. */
  readonly text: string;
  /** The page of the run, where there is one. */
  readonly run: string | undefined;
}

export type Delivery =
  | { readonly kind: "delivered" }
  | { readonly kind: "not-delivered"; readonly why: Undelivered };

/** Without host and path: the address is a secret. */
export type Undelivered =
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "redirect"; readonly status: number }
  | { readonly kind: "unreachable" | "no-answer" | "cancelled" };
