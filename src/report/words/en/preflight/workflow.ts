import type { Finding } from "../../../../preflight/finding.ts";
import type { Voice } from "../../../voice.ts";
import { pageOfOurs } from "../../places.ts";
import type { FindingWords, Site } from "../../preflight-words.ts";
import { history } from "../history.ts";
import { inFile, PUSHERS } from "./phrases.ts";

type Off = Extract<Finding, { kind: "workflow-off" }>["state"];

/** What keeps GitHub from starting the workflow when it should. */
export const workflowFindings: Pick<
  FindingWords,
  | "workflow-missing"
  | "workflow-unreadable"
  | "workflow-off"
  | "off-soon"
  | "no-schedule"
  | "cron-unreadable"
  | "on-the-hour"
  | "zone-unknown"
  | "zones-differ"
  | "zones-several"
> = {
  "workflow-missing": ({ branch }, { file, scene }, voice) => ({
    headline: `The workflow ${voice.name(file)} is not on the default branch`,
    what: `GitHub starts a schedule only from a workflow's file on the default branch${branch === undefined ? "" : `, ${voice.quote(branch)}`}.`,
    who: PUSHERS,
    steps: [
      `Put the file there, as the ${voice.link("README", pageOfOurs("README.md#for-every-path", scene.links))} tells.`,
      `If the pipeline's file has another name, hand it to this check as ${voice.name("workflow")}.`,
    ],
  }),

  "workflow-unreadable": (_finding, site, voice) => ({
    headline: `The file ${voice.name(site.file)} is no workflow`,
    what: "It lies on the default branch, but is not laid out as GitHub reads a workflow.",
    who: PUSHERS,
    steps: [
      `Compare ${inFile(site, voice)} with the ${voice.link("example", pageOfOurs("examples/pipeline.yml", site.scene.links))}: often a line is indented wrong.`,
    ],
  }),

  "workflow-off": ({ state }, site, voice) => ({
    headline: "The workflow is disabled",
    what: whyOff(state),
    who: PUSHERS,
    steps: [enable(state, site, voice)],
  }),

  "off-soon": ({ days }, _site, voice) => ({
    headline: "GitHub will soon disable the schedule",
    what: history.disabled(days, voice),
    who: PUSHERS,
    steps: [],
  }),

  "no-schedule": (_finding, site, voice) => ({
    headline: "The workflow has no schedule",
    what: `${voice.name(site.file)} runs only when somebody, or another program, starts it.`,
    who: PUSHERS,
    steps: [
      `If it should run by itself, add a ${voice.name("schedule")} under ${voice.name("on")} in ${inFile(site, voice)}.`,
    ],
  }),

  "cron-unreadable": ({ cron }, site, voice) => ({
    headline: "A line of the schedule cannot be read",
    what: `${voice.quote(cron)} is not five fields (minute, hour, day, month, day of the week), or names a time that never comes.`,
    who: PUSHERS,
    steps: [
      `Put the line right in ${inFile(site, voice)}: ${voice.name('cron: "17 6 * * *"')} is every day at 06:17.`,
    ],
  }),

  "on-the-hour": ({ cron }, site, voice) => ({
    headline: "The schedule starts on the hour",
    what: `${voice.quote(cron)} is when GitHub has most to start: such runs come late, or not at all.`,
    who: PUSHERS,
    steps: [`Choose another minute than ${voice.name("0")} in ${inFile(site, voice)}.`],
  }),

  "zone-unknown": ({ zone }, site, voice) => ({
    headline: "The time zone of the schedule does not exist",
    what: `${voice.quote(zone)} stands beside ${voice.name("cron")}, and is no name such as ${voice.name("America/Sao_Paulo")}.`,
    who: PUSHERS,
    steps: [`Put the line ${voice.name("timezone")} right in ${inFile(site, voice)}.`],
  }),

  "zones-differ": ({ beside, told, job }, site, voice) => ({
    headline: "The time zones of the schedule differ",
    what: `${besideCron(beside, voice)}, but ${voice.name("schedule-timezone")} of the job ${voice.quote(job)} is ${voice.quote(told)}: its summaries would tell wrongly when a run was due.`,
    who: PUSHERS,
    steps: [
      `Write the same into the lines ${voice.name("timezone")} and ${voice.name("schedule-timezone")} of ${inFile(site, voice)}.`,
    ],
  }),

  "zones-several": ({ one, other, told, job }, site, voice) => ({
    headline: "The lines of the schedule are in different time zones",
    what: `${voice.quote(one.cron)} is in ${voice.quote(one.zone)}, and ${voice.quote(other.cron)} in ${voice.quote(other.zone)}, but ${voice.name("schedule-timezone")} of the job ${voice.quote(job)} is ${voice.quote(told)} for all: the summaries of some runs would tell wrongly when they were due.`,
    who: PUSHERS,
    steps: [
      `Let ${voice.name("schedule-timezone")} in ${inFile(site, voice)} follow the line that starts the run, which ${voice.name("github.event.schedule")} holds, as the ${voice.link("README of the preflight", pageOfOurs("action/preflight/README.md#lines-in-different-time-zones", site.scene.links))} shows.`,
    ],
  }),
};

function whyOff(state: Off): string {
  switch (state) {
    case "disabled_manually":
      return "Somebody switched it off in the Actions tab: nothing starts it.";
    case "disabled_inactivity":
      return "GitHub switched it off, because nobody was active in this repository for 60 days.";
    case "disabled_fork":
      return "GitHub keeps the schedules of a fork switched off until somebody wants them.";
    case "deleted":
      return "GitHub says that its file was deleted.";
  }
}

function enable(state: Off, { file, pages }: Site, voice: Voice): string {
  const page = voice.link(voice.name(file), pages.workflow);
  return state === "deleted"
    ? `Put ${page} back on the default branch.`
    : `Open ${page} in the Actions tab, and choose ${voice.name("Enable workflow")}.`;
}

function besideCron(zone: string | undefined, voice: Voice): string {
  return zone === undefined
    ? `No ${voice.name("timezone")} stands beside ${voice.name("cron")}, which means ${voice.name("UTC")}`
    : `${voice.quote(zone)} stands beside ${voice.name("cron")}`;
}
