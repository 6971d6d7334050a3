import type { PreflightWords } from "../../preflight-words.ts";

/** Why something could not be looked at. */
export const blinds: PreflightWords["blinds"] = {
  "no-address": (voice) => `There is no ${voice.name("api-url")} that could be called.`,
  "no-credentials": (voice) => `${voice.name("username")} or ${voice.name("password")} is missing.`,
  "not-reached": () => "The API was not reached.",
  cancelled: () => "The run was cancelled before.",
  "outside-actions": () => "This did not run on GitHub.",
  "no-token": (voice) => `The action was given no ${voice.name("github-token")}.`,
  "token-rejected": (voice) => `GitHub did not accept the ${voice.name("github-token")}.`,
  "no-contents": (voice) =>
    `GitHub does not show the file: either ${voice.name("contents: read")} is missing in the ${voice.name("permissions")} of this job, or the file is not on the default branch.`,
  "no-actions": (voice) =>
    `GitHub does not show whether the workflow is enabled: either ${voice.name("actions: read")} is missing in the ${voice.name("permissions")} of this job, or GitHub does not know the workflow, as it is not on the default branch.`,
  "github-in-trouble": () => "GitHub's API did not answer as it should.",
  "no-workflow": () => "The file of the workflow has to be right first.",
  "no-job": () => "As far as its file tells, no job of the workflow uses this action.",
  "zone-unclear": (voice) =>
    `What ${voice.name("schedule-timezone")} of the job is, its file does not tell, or only GitHub can: it is an expression.`,
  "limit-unclear": (voice) =>
    `What ${voice.name("timeout-minutes")} of the job is, only GitHub can tell: it is an expression.`,
  "runner-unclear": (voice) =>
    `Whose machine ${voice.name("runs-on")} of the job means, its file does not tell.`,
};
