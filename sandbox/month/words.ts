import type { Ending } from "./played.ts";

export interface Tally {
  readonly runs: number;
  readonly succeeded: number;
  /** The numbers of the days that had no run. */
  readonly missed: readonly string[];
}

/** What people read of a month, on its pages and in the terminal. Dates and durations come as text. */
export interface MonthWords {
  readonly endings: Readonly<Record<Ending | "missed", string>>;
  readonly day: (day: number | string) => string;
  readonly again: (time: string) => string;
  readonly late: (duration: string) => string;
  readonly neverStarted: string;
  readonly noSummary: string;
  readonly tally: (tally: Tally, list: (items: readonly string[]) => string) => string;
  readonly terminal: {
    readonly ready: (books: number, url: string) => string;
    readonly played: (duration: string, index: string) => string;
    readonly interrupted: (index: string) => string;
  };
  readonly page: {
    readonly title: (days: number) => string;
    readonly lead: string;
    readonly madeBy: string;
    readonly allDays: string;
    readonly otherPages: string;
    readonly firstAttempt: string;
    readonly secondAttempt: string;
    readonly issue: (number: number, state: "open" | "closed") => string;
    readonly commented: (author: string) => string;
    /** Before the links to the issues. */
    readonly issues: string;
    /** What stands behind the links to GitHub. */
    readonly sandbox: string;
  };
}
