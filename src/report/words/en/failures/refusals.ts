import type { RedirectAdvice } from "../../../../pipeline/failure.ts";
import type { Voice } from "../../../voice.ts";
import { afterColon, inBrackets } from "../../asides.ts";
import { pageOfOurs, secret, variable } from "../../places.ts";
import { timeoutOf } from "../../scene.ts";
import { mayComeAfterTheWork } from "../../statuses.ts";
import type { FailureWords, Scene } from "../../words.ts";
import { API_OWNER, REPOSITORY_ADMIN, setWith, waitForItsEnd } from "./phrases.ts";

/** The step of the README that registers a user. */
const REGISTER = "README.md#for-every-path";

/** The API does not want this request, or not from us, or not now. */
export const refusals: Pick<
  FailureWords,
  "redirect-refused" | "credentials-rejected" | "token-rejected" | "rate-limited"
> = {
  "redirect-refused": ({ status, location, advice }, scene, voice) => ({
    headline: "The API sent the request elsewhere",
    what: `It answered HTTP ${status} and ${location ? `pointed to ${voice.quote(location)}` : "did not say where to"}. A redirect is never followed, because the password or the token would go with it.`,
    who: advice.kind === "ask-owner" ? API_OWNER : REPOSITORY_ADMIN,
    steps: [
      follow(advice, scene, voice),
      ...(mayComeAfterTheWork(status) ? waitForItsEnd(scene) : []),
    ],
  }),

  "credentials-rejected": ({ words }, scene, voice) => ({
    headline: "The API does not accept the user name or the password",
    what: `The log-in was refused${afterColon(words, voice)}.`,
    who: REPOSITORY_ADMIN,
    steps: [
      `Check ${secret("username", scene, voice)} and ${secret("password", scene, voice)}: a space or a line break that was pasted along counts, too.`,
      `If this user does not exist yet, ${voice.link("register it", pageOfOurs(REGISTER, scene.links))} with ${voice.name("POST /api/v1/auth/register")}.`,
    ],
  }),

  "token-rejected": ({ status, words }, _scene, voice) =>
    status === 403
      ? {
          headline: "This user may not make this call",
          what: `The API answered HTTP 403${afterColon(words, voice)}.`,
          who: API_OWNER,
          steps: ["Give this user the right to make the call."],
        }
      : {
          headline: "The API refuses a token that it has just given out",
          what: `It answered HTTP ${status}${inBrackets(words, voice)}, and again after a new log-in.`,
          who: API_OWNER,
          steps: ["Check the API's clock and the key with which it signs tokens."],
        },

  "rate-limited": ({ status }, scene, voice) => ({
    headline: "The API gets too many calls",
    what: `It answered HTTP ${status}: it takes no more calls for now.`,
    who: API_OWNER,
    steps: [
      "Check whether another program calls the API at the same time.",
      `Start the schedule at another time, or raise ${setWith(timeoutOf(scene.task), scene, voice)}.`,
    ],
  }),
};

function follow(advice: RedirectAdvice, scene: Scene, voice: Voice): string {
  switch (advice.kind) {
    case "set-path":
      return `Set ${variable(advice.setting, scene, voice)} to ${voice.quote(advice.path)}.`;
    case "set-url":
      return `If that is your API, set ${variable("api-url", scene, voice)} to ${voice.quote(advice.url)}.`;
    case "ask-owner":
      return "Find out which address and path the API really has.";
  }
}
