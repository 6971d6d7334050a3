import { NBSP } from "../../format.ts";
import type { Voice } from "../../voice.ts";
import type { ResultWords, Since, SummaryWords } from "../words.ts";
import { books } from "./books.ts";

const results: ResultWords = {
  health: "API OK, database UP",
  login: (username, voice) => `as ${voice.quote(username)}`,
  baseline: (before, voice) =>
    before === undefined ? "not known" : `${books(before, voice)} before`,
  scrape: (records, voice) => `**${books(records, voice)}** collected`,
  resumed: (records, attempt, voice) =>
    `**${books(records, voice)}**, collected by try ${voice.count(attempt)}; not repeated`,
  gate: ({ reported, stored, before }, voice) =>
    [
      stored === undefined ? "" : `${voice.count(stored)} stored`,
      `${voice.count(reported)} reported`,
      before === undefined ? "" : `${voice.count(before)} before`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  train: (artifacts, voice) =>
    `**${voice.count(artifacts)} ${artifacts === 1 ? "artifact" : "artifacts"}**`,
  verify: (served, voice) => {
    if (served === undefined) return "not known";
    return served.kind === "too-large"
      ? "served to readers (too many to count)"
      : `${books(served.records, voice)} served to readers`;
  },
  skipped: "not run",
  running: "did not end",
  gateShut: "not run: the data did not pass the check",
};

export const summary: SummaryWords = {
  tasks: {
    health: "Health",
    login: "Log in",
    baseline: "Baseline",
    scrape: "Scrape",
    gate: "Check",
    train: "Train",
    verify: "Verify",
  },
  notes: {
    "no-baseline": (_note, voice) =>
      `There was nothing to compare with, so the check could only use ${voice.name("min-records")}.`,
    "stored-unchecked": (_note, voice) =>
      `What is stored was not checked: ${voice.name("stats-path")} and ${voice.name("features-path")} are ${voice.name("none")}.`,
    "stale-stats": ({ stats, features }, voice) =>
      `The API's statistics are out of date: they say ${books(stats, voice)}, but ${voice.count(features)} ${features === 1 ? "is" : "are"} served. They probably come from a cache.`,
    "false-alarm": ({ times }, voice) =>
      `Before the API was ready, it said ${times === 1 ? "once" : `${voice.count(times)} times`} that it was not. Once is normal after its database restarts.`,
    observed: ({ code, records }, voice) =>
      `The answer of the scrape was lost (${voice.name(code)}). The API's statistics then changed and held at ${books(records, voice)}: this was observed, not answered.`,
    "told-late": ({ journal }) =>
      journal === "read"
        ? "The step was killed before it could report. This was written afterwards, from its journal; the step has no outputs."
        : "The step was killed before it could report, and its journal cannot be read: what it had done is not known.",
    "short-password": (_note, voice) =>
      `${voice.name("password")} has fewer than 4 characters. It cannot be masked, and may show in logs.`,
    "not-served": ({ problem }, voice) =>
      problem.kind === "differs"
        ? `Readers get ${books(problem.served, voice)}, but the table holds ${voice.count(problem.stored)}.`
        : `Whether readers get the books could not be checked (${voice.name(problem.code)}).`,
  },
  memoryGaps: {
    "no-token": (voice) =>
      `Earlier runs could not be looked up: the action was given no ${voice.name("github-token")}. This is normal on your own machine.`,
    "no-permission": (voice) =>
      `Earlier runs could not be looked up: add ${voice.name("actions: read")} and ${voice.name("checks: read")} to the ${voice.name("permissions")} of the job.`,
    "bad-token": (voice) =>
      `Earlier runs could not be looked up: GitHub did not accept ${voice.name("github-token")}. It may have expired; without that input, the action takes the token of the job.`,
    "no-answer": () => "Earlier runs could not be looked up: GitHub's API did not answer in time.",
    "too-large": () =>
      "Earlier runs could not be looked up: GitHub's answer is too large, even for one of them: the jobs leave too many long annotations.",
    malformed: () =>
      "Earlier runs could not be looked up: GitHub's API answered something unexpected.",
    "outside-actions": () => "Earlier runs could not be looked up: this did not run on GitHub.",
  },
  refreshed: (records, voice) => `${books(records, voice)} refreshed`,
  trained: (artifacts, voice) =>
    `${voice.count(artifacts)} model ${artifacts === 1 ? "artifact" : "artifacts"} trained`,
  ready: "Everything is ready: the API is up and the log-in works",
  unknownScrape: "it is not known whether the scrape happened",
  unknownTraining: "it is not known whether the training happened",
  opening: ({ tookMs, startedAt, timeZone, startedBy, work, late }, voice) => {
    const by = { schedule: " by the schedule", button: " by the button", other: "" }[startedBy];
    const took = `Took **${voice.duration(tookMs)}**${work === undefined ? "" : `, ${work}`}.`;
    const lateBy =
      late === undefined
        ? ""
        : `, ${voice.duration(late.ms)} late (due at ${voice.timeOfDay(late.dueAt)})`;
    return `${took} Started${by} on ${voice.day(startedAt)} at ${voice.timeOfDay(startedAt)} (${timeZone})${lateBy}.`;
  },
  change: (records, before, since, voice) => {
    const difference = records - before;
    const then = whenOf(since, voice);
    if (difference === 0) return `As many books as ${then}.`;
    const amount = voice.count(Math.abs(difference));
    const unit = Math.abs(difference) === 1 ? "book" : "books";
    return `${amount} ${difference > 0 ? "more" : "fewer"} ${unit} than ${then}.`;
  },
  columns: { mark: "OK?", task: "Task", took: "Took", result: "Result" },
  results,
  labels: {
    dataNow: "Your data now:",
    whoCanFix: "Who can fix it:",
    whatToDo: "What to do",
    failureCode: "Failure code",
    timeline: "Timeline",
    day: "day",
    versions: "Versions",
    goodToKnow: "Good to know",
    schedule: "Schedule:",
    request: "Request",
    pipeline: "Pipeline",
    status: "Status",
    bytes: "Bytes",
    attempt: "Try",
    setting: "Setting",
    value: "Value",
  },
  runAgain: "Run the pipeline again",
  noAnswers: {
    "not-sent": "not sent",
    lost: "lost",
    deadline: "time over",
    "too-large": "too large",
    garbage: "not HTTP",
    cancelled: "cancelled",
  },
  details: (requests, voice) =>
    `${voice.count(requests)} ${requests === 1 ? "request" : "requests"}, settings, versions`,
  more: (items, voice) => `and ${voice.count(items)}${NBSP}more`,
};

function whenOf(since: Since, voice: Voice): string {
  switch (since.kind) {
    case "before":
      return "before";
    case "today":
      return "earlier today";
    case "yesterday":
      return "yesterday";
    case "last-good":
      return `in the last good run, on ${voice.shortDay(since.at)}`;
  }
}
