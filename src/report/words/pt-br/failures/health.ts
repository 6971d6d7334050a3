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
      what: `A verificação de saúde diz ${voice.quote(seen)}.`,
      steps: [
        ...steps,
        `Se a API só precisa de mais tempo para iniciar, aumente ${setWith("warm-up", scene, voice)}.`,
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
        headline: "A API está no ar, mas não está pronta para trabalhar",
        who: API_OWNER,
        steps: ["Verifique se o banco de dados da API está no ar e se ela consegue acessá-lo."],
      };
    case "troubled-server":
      return {
        headline: "A API responde, mas só com um erro",
        who: API_OWNER,
        steps: [LOOK_INTO_LOG, leadsToApi(scene, voice)],
      };
    case "something-else":
      return {
        headline: "A verificação de saúde teve resposta, mas não a da API de livros",
        who: REPOSITORY_ADMIN,
        steps: [
          leadsToApi(scene, voice),
          `Se a sua API tem outra verificação de saúde, altere ${setWith("health-path", scene, voice)} (${voice.name("none")} dispensa a verificação).`,
        ],
      };
  }
}
