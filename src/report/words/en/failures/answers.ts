import type { ContractProblem } from "../../../../pipeline/failure.ts";
import { NBSP } from "../../../format.ts";
import type { Voice } from "../../../voice.ts";
import { afterColon } from "../../asides.ts";
import { variable } from "../../places.ts";
import { goesOnAlone, pathOf } from "../../scene.ts";
import { isFromProxy, isWrongPath, leavesWorkOpen } from "../../statuses.ts";
import type { FailureWords, Scene } from "../../words.ts";
import {
  API_OWNER,
  leadsToApi,
  LOOK_INTO_LOG,
  REPOSITORY_ADMIN,
  waitForItsEnd,
} from "./phrases.ts";

/** The API answered, and the answer is an error or cannot be understood. */
export const answers: Pick<FailureWords, "api-error" | "contract-broken" | "response-too-large"> = {
  "api-error": ({ status, words, asked }, scene, voice) => {
    const to = asked === undefined ? "" : ` to ${voice.quote(asked)}`;
    const said = `It answered HTTP ${status}${to}${afterColon(words, voice)}.`;
    const beforeAgain = leavesWorkOpen(status) ? waitForItsEnd(scene) : [];
    if (isWrongPath(status)) {
      return {
        headline: "The API does not know this call",
        what: said,
        who: REPOSITORY_ADMIN,
        steps: checkPath(scene, voice),
      };
    }
    if (isFromProxy(status)) {
      return {
        headline: "A proxy in front of the API reported an error",
        what: `${said}${goesOnAlone(scene.task) ? " The API itself may still be at work." : ""}`,
        who: API_OWNER,
        steps: [
          "Give the proxy a longer time-out than the call takes.",
          LOOK_INTO_LOG,
          ...beforeAgain,
        ],
      };
    }
    return {
      headline: "The API reported an error",
      what: said,
      who: API_OWNER,
      steps: [LOOK_INTO_LOG, ...beforeAgain],
    };
  },

  "contract-broken": ({ problem }, scene, voice) => ({
    headline:
      problem.kind === "other-success"
        ? "The API answered, but not that it is done"
        : "The API's answer could not be understood",
    what: broken(problem, voice),
    who: API_OWNER,
    steps: [
      leadsToApi(scene, voice),
      "Compare the API's version with the one that this pipeline was set up for.",
      ...waitForItsEnd(scene),
    ],
  }),

  "response-too-large": ({ part, limitBytes }, scene, voice) => ({
    headline: "The API's answer is too large",
    what: `Its ${part === "headers" ? "headers are" : "body is"} larger than ${voice.count(limitBytes / 1024)}${NBSP}KiB. The rest was not read.`,
    who: API_OWNER,
    steps: [
      ...(scene.task === "gate" ? [checkStatistics(scene, voice)] : []),
      leadsToApi(scene, voice),
      ...waitForItsEnd(scene),
    ],
  }),
};

/** Features of more books than may be read are in the way only where the statistics settle nothing. */
function checkStatistics(scene: Scene, voice: Voice): string {
  return `If these were the features of many books: they decide only where the statistics differ from what the scrape reported, or are left out. Check why they differ, and ${voice.name("stats-path")} (${variable("stats-path", scene, voice)}).`;
}

function checkPath(scene: Scene, voice: Voice): readonly string[] {
  const url = variable("api-url", scene, voice);
  const path = pathOf(scene.task);
  const bare = `${url} holds the address only: no ${voice.name("/api/v1")} behind it, unless your API lives under a prefix.`;
  if (path === undefined) return [bare];
  const check = `Check ${voice.name(path)} (${variable(path, scene, voice)}).`;
  return path === "stats-path"
    ? [
        bare,
        check,
        "If both are right, check the API's database: without it, the books API answers 404.",
      ]
    : [bare, check];
}

function broken(problem: ContractProblem, voice: Voice): string {
  switch (problem.kind) {
    case "not-http":
      return "What came back is not HTTP.";
    case "other-success":
      return `It answered HTTP ${problem.status} to ${voice.quote(problem.asked)}${afterColon(problem.excerpt, voice)}. Only HTTP 200 says that a call is done.`;
    case "compressed":
      return `It came compressed (${voice.quote(problem.encoding)}), although nobody asked for that.`;
    case "not-utf8":
      return "It is not UTF-8 text.";
    case "not-json":
      return problem.excerpt === ""
        ? "It is empty."
        : `It is not JSON. It begins: ${voice.quote(problem.excerpt)}.`;
    case "too-many-values":
      return `It holds more than ${voice.count(problem.limit)} values, and was not read.`;
    case "wrong-shape":
      return `Its ${voice.name(problem.field)} is missing or is not what it must be. The answer begins: ${voice.quote(problem.excerpt)}.`;
    case "no-usable-token":
      return `The log-in was accepted, but its answer holds no usable ${voice.name("access_token")}.`;
  }
}
