import type { Undelivered } from "../../../alerts/ports.ts";
import type { AlertWords } from "../alert-words.ts";
import { inBrackets } from "../asides.ts";

export const alerts: AlertWords = {
  title: (pipeline) => `Orquestra: ${pipeline} does not succeed`,
  standing: (pipeline, since, voice) =>
    `The pipeline ${voice.quote(pipeline)} has not succeeded since ${voice.day(since)}, ${voice.timeOfDay(since)}.`,
  stalled: (runs, voice) =>
    `The last ${voice.count(runs)} runs ended without success, the newest one cancelled`,
  stalledAdvice:
    "Nobody knows whether the pipeline works. Look at who or what cancels its runs: a job that reaches its time limit is cancelled, too.",
  writtenBy: ({ number, at, page }, voice) =>
    `Written by ${voice.link(number === undefined ? "the run" : `run ${number}`, page)} of ${voice.day(at)}, ${voice.timeOfDay(at)}.`,
  nextDue: (cron, at, timeZone, voice) =>
    `By the schedule ${voice.quote(cron)}, the next run is due on ${voice.day(at)}, ${voice.timeOfDay(at)} (${timeZone}).`,
  recovered: (setbacks, voice) =>
    setbacks === 0
      ? "The pipeline works again"
      : `The pipeline works again, after ${voice.count(setbacks)} ${setbacks === 1 ? "run" : "runs"} without success`,
  keptBy:
    "Orquestra writes this part of the issue anew with each run, and closes the issue once a run succeeds. The title, the labels and what is written around this part are left as they are. Whoever closes the issue by hand hears nothing more of these failures.",
  news: {
    raised: (pipeline, headline, inARow, voice) =>
      `❌ ${pipeline}: ${headline}.${inARow !== undefined && inARow > 1 ? ` ${voice.count(inARow)} runs in a row have not succeeded.` : ""}`,
    recovered: (pipeline, headline) => `✅ ${pipeline}: ${headline}.`,
    test: (pipeline) => `🔔 ${pipeline}: this is a test. Alerts of this pipeline arrive here.`,
  },
  label: "Alerts:",
  issue: {
    named: (number) => `Issue ${number}`,
    opened: (issue) => `${issue} was opened.`,
    openedBare: (issue, voice) =>
      `${issue} was opened without labels and assignees, as GitHub did not take them: check ${voice.name("issue-labels")} and ${voice.name("issue-assignees")}.`,
    updated: (issue) => `${issue} was brought up to date.`,
    closed: (issue) => `${issue} was closed.`,
    closedByHand: (issue) =>
      `${issue} was closed by hand, and stays closed until the pipeline has recovered and fails again.`,
    overtaken: (issue) => `${issue} already tells of a newer run, and was left as it is.`,
    notWritten: (why, words, voice) =>
      `The failure issue could not be written${inBrackets(words, voice)}: ${why}`,
  },
  troubles: {
    "issues-off": (voice) =>
      `issues are switched off in this repository. Switch them on under ${voice.name("Settings → General → Features")}, or set ${voice.name("failure-issue")} to ${voice.name("false")}.`,
    "no-permission": (voice) =>
      `add ${voice.name("issues: write")} to the ${voice.name("permissions")} of the job.`,
    "bad-token": (voice) =>
      `GitHub did not accept ${voice.name("github-token")}. It may have expired; without that input, the action takes the token of the job.`,
    "no-token": (voice) => `the action was given no ${voice.name("github-token")}.`,
    "outside-actions": () => "this did not run on GitHub.",
    "rate-limited": () => "GitHub takes no more calls for now. The next run writes it.",
    refused: () => "GitHub did not take it.",
    "too-large": () => "GitHub's list of this repository's issues is too large to be searched.",
    "no-answer": () => "GitHub's API did not answer in time. The next run writes it.",
  },
  undelivered: (what, why, voice) =>
    `${voice.name(what)} was not told: ${reasonOf(why)} Its address is a secret, and is not shown here.`,
  delivered: (what, voice) => `${voice.name(what)} was told.`,
};

function reasonOf(why: Undelivered): string {
  switch (why.kind) {
    case "status":
      return `it answered with HTTP ${why.status}.`;
    case "redirect":
      return `it answered with a redirect (HTTP ${why.status}), which is not followed.`;
    case "unreachable":
      return "no connection to it came about.";
    case "no-answer":
      return "it did not answer in time.";
    case "cancelled":
      return "the time for it was over, or the run was cancelled.";
  }
}
