import type { FailureCode } from "../../../pipeline/failure.ts";
import type { Result } from "../../../pipeline/names.ts";
import type { Voice } from "../../voice.ts";
import type { HistoryWords, NamedRun, PastSetback } from "../history-words.ts";
import { books } from "./books.ts";

const RESULTS: Readonly<Record<Result, string>> = {
  succeeded: "succeeded",
  failed: "failed",
  unknown: "not known",
  cancelled: "cancelled",
};

const WORK = { both: "scrape and training", scrape: "the scrape", train: "the training" } as const;

const PACE = {
  usual: (time: string) => ` (usually ${time})`,
  slower: (time: string) => `, slower than usual (${time})`,
  faster: (time: string) => `, faster than usual (${time})`,
} as const;

const causes: Readonly<Record<FailureCode, string>> = {
  "settings-invalid": "the settings were not right",
  "api-unreachable": "the API could not be reached",
  "tls-untrusted": "the API's certificate was not trusted",
  "redirect-refused": "the API sent the request elsewhere",
  "credentials-rejected": "the API did not accept the user name or the password",
  "token-rejected": "the API refused the token",
  "rate-limited": "the API got too many calls",
  "api-unhealthy": "the API was not ready for work",
  "api-error": "the API reported an error",
  "contract-broken": "the API's answer could not be understood",
  "no-data": "the API reported success, but had done nothing",
  "data-dropped": "the books did not pass",
  "timed-out": "the API did not answer in time",
  "connection-lost": "the connection broke before the answer arrived",
  "response-too-large": "the API's answer was too large",
  cancelled: "somebody cancelled the run",
  "internal-error": "Orquestra itself made a mistake",
};

export const history: HistoryWords = {
  heading: ({ runs, succeeded, since }, voice) =>
    `Last ${voice.count(runs)} runs, since ${voice.shortDay(since)}: ${amount(succeeded, runs, voice)} succeeded`,
  firstRun: (retentionDays, voice) =>
    `No earlier run of this pipeline was found${retentionDays === undefined ? "" : ` (GitHub keeps runs for ${days(retentionDays, voice)})`}, so there is nothing to compare with yet.`,
  horizon: (retentionDays, voice) =>
    `GitHub keeps runs for ${days(retentionDays, voice)}: what was before is not known.`,
  unread: (runs, voice) =>
    runs === 1
      ? "One more run has more jobs than can be read: what it came to is not known, and it is not counted here."
      : `${voice.count(runs)} more runs have more jobs than can be read: what they came to is not known, and they are not counted here.`,
  square: ({ past, result, isTold }, voice) => {
    const run = past
      ? `Run ${past.number}, ${voice.shortDay(past.at)} ${voice.timeOfDay(past.at)}`
      : "This run";
    return `${run}: ${RESULTS[result]}${isTold ? "" : ", without a report"}`;
  },
  setbacks: "Earlier runs that did not succeed:",
  setback: (about, voice) => `${runsOf(about, voice)} ${endOf(about)}`,
  causes,
  streak: ({ runs, orMore }, voice) =>
    `This is ${orMore ? "at least " : ""}the ${ordinal(runs, voice)} run in a row without success.`,
  lastGood: ({ records, ...run }, voice) =>
    `The last good run was ${named("run", run, voice)}, on ${voice.shortDay(run.at)}${records === undefined ? "" : `, with ${books(records, voice)}`}.`,
  noGood: ({ since, retentionDays }, voice) =>
    `No run has succeeded since ${voice.shortDay(since)}, which is as far back as ${retentionDays === undefined ? "this run looked" : `GitHub keeps runs (${days(retentionDays, voice)})`}.`,
  pace: ({ kind, usualMs }, voice) => {
    const usual = voice.duration(usualMs);
    return {
      usual: `usually ${usual}`,
      slower: `slower than usual: ${usual}`,
      faster: `faster than usual: ${usual}`,
    }[kind];
  },
  workPace: ({ kind, work, tookMs, usualMs }, voice) =>
    `of which ${WORK[work]} ${voice.duration(tookMs)}${PACE[kind](voice.duration(usualMs))}`,
  missed: ({ runs, orMore, due }, voice) => {
    const rest = runs - due.length;
    const when = `${due.join(", ")}${rest > 0 ? ` and ${voice.count(rest)} more` : ""}`;
    return runs === 1
      ? `One run of the schedule did not take place: ${when}.`
      : `${orMore ? "At least " : ""}${voice.count(runs)} runs of the schedule did not take place: ${when}.`;
  },
  disabled: (left, voice) =>
    `GitHub disables the schedule of this repository ${left === 0 ? "any day now" : `in ${days(left, voice)}`} unless something is pushed to it: in a public repository it does so after 60 days without activity. Push the next change before that; once it is disabled, ${voice.name("Enable workflow")} on the workflow's page in the Actions tab brings it back.`,
  charts: {
    durations: ({ work, runs, leastMs, mostMs }, voice) => {
      const [least, most] = [voice.duration(leastMs), voice.duration(mostMs)];
      return `In the last ${voice.count(runs)} good runs, ${WORK[work]} took ${least === most ? most : `${least} to ${most}`}.`;
    },
    durationsTitle: (work, unit) =>
      `${{ both: "Scrape and training", scrape: "Scrape", train: "Training" }[work]}, ${unit}`,
    records: ({ runs, least, most, last }, voice) =>
      `In the last ${voice.count(runs)} runs that counted them, there were ${voice.count(least)} to ${books(most, voice)}; the newest count is ${voice.count(last)}.`,
    recordsTitle: "Books",
  },
};

function endOf({ result, isTold, task, code }: PastSetback): string {
  if (!isTold) {
    return result === "cancelled" ? "cancelled, and left no report" : "failed, and left no report";
  }
  const where = task === undefined ? "" : ` (${task})`;
  const why = code === undefined ? "" : `: ${causes[code]}`;
  switch (result) {
    case "cancelled":
      return `cancelled${where}`;
    case "unknown":
      return `not known whether it worked${why}${where}`;
    case "failed":
      return `failed${why}${where}`;
  }
}

function runsOf({ oldest, newest, runs }: PastSetback, voice: Voice): string {
  if (runs === 1) return `${named("Run", newest, voice)} (${voice.shortDay(newest.at)})`;
  const from = voice.shortDay(oldest.at);
  const to = voice.shortDay(newest.at);
  return `${named("Run", oldest, voice)} to ${named("run", newest, voice)} (${voice.count(runs)} runs, ${from === to ? to : `${from} to ${to}`})`;
}

function named(word: "Run" | "run", { number, page }: NamedRun, voice: Voice): string {
  return voice.link(`${word} ${number}`, page);
}

function amount(succeeded: number, runs: number, voice: Voice): string {
  if (succeeded === 0) return "none";
  return succeeded === runs ? "all" : voice.count(succeeded);
}

function days(count: number, voice: Voice): string {
  return `${voice.count(count)} ${count === 1 ? "day" : "days"}`;
}

/** `2nd`, `11th`, `23rd` */
function ordinal(value: number, voice: Voice): string {
  const isTeen = Math.floor(value / 10) % 10 === 1;
  const ending = (isTeen ? undefined : ["th", "st", "nd", "rd"][value % 10]) ?? "th";
  return `${voice.count(value)}${ending}`;
}
