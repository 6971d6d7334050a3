import type { IssueTrouble, Undelivered } from "../../alerts/ports.ts";
import type { Plain } from "../../text/plain.ts";
import type { Voice } from "../voice.ts";
import type { NamedRun } from "./history-words.ts";

/** What is said to those who do not look at every run, and of how it reached them. */
export interface AlertWords {
  /** Of a new issue; people may change it. */
  title(pipeline: string): string;
  /** Which pipeline, and since when: `The pipeline daily has not succeeded since 20 Nov.` */
  standing(pipeline: string, since: Date, voice: Voice): string;
  /** A headline, without a full stop. */
  stalled(runs: number, voice: Voice): string;
  /** Why that is worth a look, and what to do. */
  readonly stalledAdvice: string;
  /** `This was written by [run 131](…) at 06:21 on 22 Nov.` */
  writtenBy(run: WritingRun, voice: Voice): string;
  /** @param cron the line of the schedule */
  nextDue(cron: string, at: Date, timeZone: string, voice: Voice): string;
  /** A headline, without a full stop. */
  recovered(setbacks: number, voice: Voice): string;
  /** The last line of an issue: what happens to it by itself. */
  readonly keptBy: string;
  readonly news: NewsWords;
  /** Before what became of an alert. */
  readonly label: string;
  readonly issue: IssueWords;
  readonly troubles: Readonly<Record<IssueTrouble, (voice: Voice) => string>>;
  /** @param what `notify-url` or `ping-url` */
  undelivered(what: string, why: Undelivered, voice: Voice): string;
  delivered(what: string, voice: Voice): string;
}

export type WritingRun = Omit<NamedRun, "number"> & { readonly number: number | undefined };

/** One line for a chat. */
export interface NewsWords {
  raised(pipeline: string, headline: string, inARow: number | undefined, voice: Voice): string;
  recovered(pipeline: string, headline: string): string;
  test(pipeline: string): string;
}

export interface IssueWords {
  /** As a sentence begins with it in English, and goes on with it in Portuguese. */
  named(number: number): string;
  opened(issue: string): string;
  /** GitHub did not take its labels or assignees. */
  openedBare(issue: string, voice: Voice): string;
  updated(issue: string): string;
  closed(issue: string): string;
  closedByHand(issue: string): string;
  overtaken(issue: string): string;
  /** @param words GitHub's own */
  notWritten(why: string, words: Plain | undefined, voice: Voice): string;
}
