import type { Voice } from "../../../voice.ts";
import { healthSpeakerOf, type HealthSpeaker } from "../../statuses.ts";
import type { Explanation, FailureWords, Scene } from "../../words.ts";
import { API_OWNER, leadsToApi, LOOK_INTO_LOG, REPOSITORY_ADMIN, setWith } from "./phrases.ts";

/** Something answers, and does not say that the API is up. */
export const health: Pick<FailureWords, "api-unhealthy"> = {
  "api-unhealthy": ({ seen }, scene, voice) => {
    const { steps, ...rest } = advice(healthSpeakerOf(seen), scene, voice);
    return {
      ...rest,
      what: `The health check says ${voice.quote(seen)}.`,
      steps: [
        ...steps,
        `If the API only needs longer to start, raise ${setWith("warm-up", scene, voice)}.`,
      ],
    };
  },
};

function advice(
  speaker: HealthSpeaker,
  scene: Scene,
  voice: Voice,
): Pick<Explanation, "headline" | "who" | "steps"> {
  switch (speaker) {
    case "api":
      return {
        headline: "The API is up, but not ready for work",
        who: API_OWNER,
        steps: ["Check that the API's database is running and that the API reaches it."],
      };
    case "troubled-server":
      return {
        headline: "The API answers, but only with an error",
        who: API_OWNER,
        steps: [LOOK_INTO_LOG, leadsToApi(scene, voice)],
      };
    case "something-else":
      return {
        headline: "The health check was answered, but not as the books API does",
        who: REPOSITORY_ADMIN,
        steps: [
          leadsToApi(scene, voice),
          `If your API has another health check, change ${setWith("health-path", scene, voice)} (${voice.name("none")} leaves the check out).`,
        ],
      };
  }
}
