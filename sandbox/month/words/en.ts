import type { MonthWords } from "../words.ts";

export const en: MonthWords = {
  endings: {
    succeeded: "succeeded",
    failed: "failed",
    unknown: "not known",
    cancelled: "cancelled",
    none: "ended without a result",
    missed: "no run",
  },
  day: (day) => `Day ${day}`,
  again: (time) => `run again at ${time}`,
  late: (duration) => `started ${duration} late`,
  neverStarted: "GitHub never started it",
  noSummary: "It left no summary",
  tally: ({ runs, succeeded, missed }, list) => {
    const outcome = `${succeeded} of ${runs} ${runs === 1 ? "run" : "runs"} succeeded.`;
    if (missed.length === 0) return outcome;
    return `${outcome} GitHub never started ${missed.length === 1 ? "day" : "days"} ${list(missed)}.`;
  },
  terminal: {
    ready: (books, url) => `A shop of ${books} books and its API are ready at ${url}.`,
    played: (duration, index) =>
      `Played in ${duration}. Open ${index} in a browser to see the days.`,
    interrupted: (index) => `Interrupted. ${index} has the days up to here.`,
  },
  page: {
    title: (days) => `${days} ${days === 1 ? "day" : "days"} of the pipeline`,
    lead: "Each day leads to the summary that its run left, as GitHub shows it.",
    madeBy: "Played on one machine by",
    allDays: "All days",
    otherPages: "Other days",
    firstAttempt: "First attempt",
    secondAttempt: "Second attempt",
    issue: (number, state) => `Issue ${number}, ${state}.`,
    commented: (author) => `${author} commented:`,
    issues: "What it told those who do not look at every run:",
    sandbox: "From the sandbox: links to GitHub are examples.",
  },
};
