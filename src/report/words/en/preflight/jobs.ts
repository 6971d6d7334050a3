import type { Limit, Need, Needs } from "../../../../preflight/finding.ts";
import type { Voice } from "../../../voice.ts";
import { pageOfOurs, variable } from "../../places.ts";
import type { FindingWords, Site } from "../../preflight-words.ts";
import { REPOSITORY_ADMIN } from "../failures/phrases.ts";
import { inFile, PUSHERS } from "./phrases.ts";

/** What keeps a job from doing what its settings ask for. */
export const jobFindings: Pick<
  FindingWords,
  | "step-refused"
  | "not-permitted"
  | "permissions-unsaid"
  | "time-too-short"
  | "strangers-code"
  | "other-runner"
  | "issues-off"
> = {
  "step-refused": ({ job, inputs }, site, voice) => ({
    headline: "The action refuses what the file sets",
    what: `In the job ${voice.quote(job)}, these are missing or cannot be right: ${inputs.map((input) => voice.name(input)).join(", ")}.`,
    who: PUSHERS,
    steps: [
      `Put them right under ${voice.name("with")} in ${inFile(site, voice)}; the ${voice.link("list of inputs", pageOfOurs("README.md#inputs", site.scene.links))} says what each takes.`,
    ],
  }),

  "not-permitted": ({ job, lacks }, site, voice) => ({
    headline: "The job lacks permissions",
    what: `The job ${voice.quote(job)} goes without ${listed(lacks, voice)}.`,
    who: PUSHERS,
    steps: permit(lacks, site, voice),
  }),

  "permissions-unsaid": ({ job, lacks, needs }, site, voice) => ({
    headline: "The file does not say what the job may do",
    what: `The repository's settings decide, and where they are as strict as GitHub's default, the job ${voice.quote(job)} goes without ${listed(lacks, voice)}.`,
    who: PUSHERS,
    steps: permit(needs, site, voice),
  }),

  "time-too-short": ({ job, minutes, leastMinutes, limit }, site, voice) => ({
    headline: "The time limit of the job is too short",
    what: `The job ${voice.quote(job)} may take ${voice.count(minutes)} minutes${limit.kind === "none" ? ", as GitHub has it where nothing is said" : ""}, and by the action's own time-outs it needs ${voice.count(leastMinutes)}: GitHub would cancel a slow run in the middle of its work.`,
    who: limit.kind === "variable" ? REPOSITORY_ADMIN : PUSHERS,
    steps: [raise(limit, leastMinutes, site, voice)],
  }),

  "strangers-code": ({ job }, _site, voice) => ({
    headline: "A self-hosted runner serves a public repository",
    what: `The job ${voice.quote(job)} runs on one. Anyone can open a pull request here, and it could run their code inside your network.`,
    who: REPOSITORY_ADMIN,
    steps: ["Make this repository private, or take the runner away from it."],
  }),

  "other-runner": ({ job, labels }, _site, voice) => ({
    headline: "The job runs on another kind of machine",
    what: `The job ${voice.quote(job)} runs on ${voice.quote(labels)}. What this check saw of the network holds for its own machine only.`,
    who: PUSHERS,
    steps: [`Give the job of this check the same ${voice.name("runs-on")}.`],
  }),

  "issues-off": (_finding, { scene, pages }, voice) => ({
    headline: "Issues are switched off",
    what: `${voice.name("failure-issue")} is ${voice.name("true")}, but no issue can be opened here: nobody would be told.`,
    who: REPOSITORY_ADMIN,
    steps: [
      `Switch them on under ${voice.link(voice.name("Settings → General → Features"), pages.features)}, or set ${variable("failure-issue", scene, voice)} to ${voice.name("false")}.`,
    ],
  }),
};

const PURPOSES: Readonly<Record<Need, string>> = {
  "contents: read": "checks out this repository",
  "actions: read": "finds the earlier runs",
  "checks: read": "reads the numbers that they left",
  "issues: write": "keeps one issue open while the pipeline fails",
};

function listed(needs: Needs, voice: Voice): string {
  return needs.map((need) => `${voice.name(need)} (${PURPOSES[need]})`).join(", ");
}

function permit(needs: Needs, site: Site, voice: Voice): readonly string[] {
  const lines = needs.map((need) => voice.name(need)).join(", ");
  const add = `Add under ${voice.name("permissions")} of the job, in ${inFile(site, voice)}: ${lines}.`;
  const spare = `Whoever wants no issue sets ${variable("failure-issue", site.scene, voice)} to ${voice.name("false")} instead.`;
  return needs.includes("issues: write") ? [add, spare] : [add];
}

function raise(limit: Limit, leastMinutes: number, site: Site, voice: Voice): string {
  const { links } = site.scene;
  return limit.kind === "variable"
    ? `Set the variable ${voice.link(voice.name(limit.name), links.variables)} to ${voice.count(leastMinutes)} or more.`
    : `Write ${voice.name(`timeout-minutes: ${leastMinutes}`)}, or more, into the job in ${inFile(site, voice)}.`;
}
