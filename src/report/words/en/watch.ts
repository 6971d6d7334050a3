import type { Half } from "../../../watch/work.ts";
import type { Voice } from "../../voice.ts";
import { ageSaid } from "../age.ts";
import type { NamedRun } from "../history-words.ts";
import { variable } from "../places.ts";
import type { SetbackCounts, WatchWords } from "../watch-words.ts";
import { books } from "./books.ts";

const HALVES: Readonly<Record<Half, string>> = { scrape: "scrape", train: "training" };

export const watch: WatchWords = {
  starting: (version, workflow) => `Orquestra ${version}, watching ${workflow}`,
  headlines: {
    fresh: (ageMs, half, voice) =>
      `The last ${half ? `successful ${HALVES[half]}` : "success"} is ${age(ageMs, voice)} old`,
    running: "A run is at work right now",
    stale: (ageMs, half, voice) =>
      `No ${half ? `successful ${HALVES[half]}` : "success"} for ${age(ageMs, voice)}`,
    staleBeyond: (runs, voice) => `No success in the last ${voice.count(runs)} runs`,
    never: "No success in any run that GitHub still knows",
    disabled: "The workflow is disabled, so nothing runs",
    blind: "The watch could not see anything",
    unread: "It could not be seen whether it succeeded",
    allGood: (pipelines, voice) => `None of ${voice.count(pipelines)} pipelines is overdue`,
    someOverdue: (overdue, pipelines, voice) =>
      `${voice.count(overdue)} of ${voice.count(pipelines)} pipelines ${overdue === 1 ? "is" : "are"} overdue`,
    someUnread: (unread, pipelines, voice) =>
      `Of ${voice.count(unread)} of ${voice.count(pipelines)} pipelines it could not be seen whether ${unread === 1 ? "it" : "they"} succeeded`,
  },
  columns: { pipeline: "Pipeline", last: "Last success" },
  ago: (ageMs, voice) => `${age(ageMs, voice)} ago`,
  notKnown: "not known",
  lastGood: ({ run, half, endedAt, timeZone, records }, voice) =>
    `The last ${half ? `successful ${HALVES[half]}` : "success"} was ${half ? "that of " : ""}${named("run", run, voice)}, which ended on ${voice.day(endedAt)} at ${voice.timeOfDay(endedAt)} (${timeZone})${records === undefined ? "" : ` with ${books(records, voice)}`}.`,
  limit: (maxAgeMs, voice) =>
    `A success may be ${voice.duration(maxAgeMs)} old (${voice.name("max-age")}).`,
  atWork: (run, since, voice) =>
    `${named("Run", run, voice)} has been at work since ${voice.timeOfDay(since)} on ${voice.shortDay(since)}, and tells by itself how it ends.`,
  unread: (run, jobs, voice) =>
    `${named("Run", run, voice)} has ${voice.count(jobs)} more ${jobs === 1 ? "job" : "jobs"} than can be read, those of all its attempts counted: whether this pipeline succeeded in ${jobs === 1 ? "it" : "one of them"} is not known.`,
  noRuns: (workflow, retentionDays, voice) =>
    `GitHub knows no run of ${voice.quote(workflow)}${kept(retentionDays, voice)}.`,
  noSuccess: ({ runs, since, isAll, retentionDays }, voice) => {
    const looked = isAll
      ? `GitHub knows ${voice.count(runs)} ${runs === 1 ? "run" : "runs"}`
      : `The last ${voice.count(runs)} runs were looked at`;
    return `${looked}, since ${voice.day(since)}${isAll ? kept(retentionDays, voice) : ""}, and none of them was a success.`;
  },
  disabledBy: {
    "by-hand": (workflow, voice) =>
      `Somebody has disabled ${voice.quote(workflow)} on its page in the Actions tab.`,
    "by-inactivity": (workflow, voice) =>
      `GitHub has disabled ${voice.quote(workflow)}: in a public repository it does so after 60 days without activity.`,
    "in-fork": (workflow, voice) =>
      `This repository is a fork, and GitHub starts no schedule of a fork until somebody enables ${voice.quote(workflow)}.`,
    deleted: (workflow, voice) =>
      `The file of ${voice.quote(workflow)} has been deleted from the default branch.`,
  },
  blindness: {
    "no-workflow": (workflow, voice) =>
      `This repository has no workflow ${voice.quote(workflow)}: check ${voice.name("workflow")}.`,
    cancelled: () => "The watch was cancelled before GitHub had answered.",
    "too-many-jobs": (workflow, voice) =>
      `The runs of ${voice.quote(workflow)} have more jobs than can be read, those of all their attempts counted, so that nobody knows which pipelines there are: divide the workflow into several, or name the pipeline to watch with ${voice.name("pipeline")}.`,
  },
  since: {
    nothing: "GitHub has started no run since then.",
    partial: (runs, half, voice) =>
      runs === 1
        ? `One run has succeeded since then, without a ${HALVES[half]}.`
        : `${voice.count(runs)} runs have succeeded since then, none of them with a ${HALVES[half]}.`,
    silent: (runs, voice) =>
      runs === 1
        ? "The one run since then left no word of this pipeline."
        : `The ${voice.count(runs)} runs since then left no word of this pipeline.`,
    setbacks: (counts, isAfterSuccess, voice) =>
      `Runs without success${isAfterSuccess ? " since then" : ""}: ${setbacks(counts, voice)}.`,
    waiting: (run, voice) =>
      `${named("Run", run, voice)} has been waiting since ${voice.timeOfDay(run.at)} on ${voice.shortDay(run.at)}, for a runner or for its turn.`,
  },
  watched: (workflow, page, voice) => `**Watched:** ${voice.link(workflow, page)}`,
  retired: (pipelines, workflow, voice) =>
    `Not watched: ${pipelines.map((name) => voice.quote(name)).join(", ")}. A newer run of ${voice.quote(workflow)} was green without ${pipelines.length === 1 ? "it: it was" : "them: they were"} paused, renamed or removed.`,
  nameless: (voice) =>
    `No run has told yet of a pipeline. Name the one to watch with ${voice.name("pipeline")}, and it can have an issue of its own.`,
  who: {
    writers: "Anyone who may write to this repository.",
    "newest-run": "The newest run says who.",
  },
  steps: {
    lookAt: (run, voice) => `Look at ${named("run", run, voice)}: it says what went wrong.`,
    lookAtSilent: (run, voice) =>
      `Look at ${named("run", run, voice)}: it may have been paused, have only checked the log-in, have run another pipeline, or have lost its machine.`,
    lookWhether: (run, voice) =>
      `See on the page of ${named("run", run, voice)} whether the pipeline succeeded.`,
    lookAtCancels:
      "Find out who or what cancels its runs: a job that reaches its time limit is cancelled, too.",
    checkRunner: (voice) =>
      `See whether a runner is online, under ${voice.name("Settings → Actions → Runners")}.`,
    checkSchedule: (workflow, voice) =>
      `See whether ${voice.quote(workflow)} has a ${voice.name("schedule")} on the default branch. GitHub starts schedules late, and some runs not at all.`,
    enable: (workflow, page, voice) =>
      `Choose ${voice.name("Enable workflow")} on ${voice.link(`the page of ${workflow}`, page)}.`,
    restore: (workflow, voice) =>
      `Bring the file back to the default branch, or name another one than ${voice.quote(workflow)} with ${voice.name("workflow")}.`,
    runNow: (page, voice) =>
      `${voice.link("Run it now", page)}, with ${voice.name("Run workflow")}.`,
    raiseLimit: (scene, voice) =>
      `If it is meant to succeed less often, raise ${voice.name("max-age")} with the variable ${variable("max-age", scene, voice)}.`,
    pauseInstead: (scene, voice) =>
      `If it is meant to pause, set the variable ${variable("paused", scene, voice)} instead: the watch then says so, and stays green.`,
    watchAgain: (page, voice) => `${voice.link("Run the watch again", page)}.`,
  },
};

function age(ageMs: number, voice: Voice): string {
  return ageSaid(ageMs, (count) => days(count, voice), voice);
}

function kept(retentionDays: number | undefined, voice: Voice): string {
  return retentionDays === undefined ? "" : ` (it keeps runs for ${days(retentionDays, voice)})`;
}

function days(count: number, voice: Voice): string {
  return `${voice.count(count)} ${count === 1 ? "day" : "days"}`;
}

function named(word: "Run" | "run", { number, page }: NamedRun, voice: Voice): string {
  return voice.link(`${word} ${number}`, page);
}

function setbacks({ failed, unknown, cancelled }: SetbackCounts, voice: Voice): string {
  return [
    failed > 0 ? `${voice.count(failed)} failed` : "",
    unknown > 0 ? `${voice.count(unknown)} not known` : "",
    cancelled > 0 ? `${voice.count(cancelled)} cancelled` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}
