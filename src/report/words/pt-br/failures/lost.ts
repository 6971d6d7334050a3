import { inBrackets } from "../../asides.ts";
import { goesOnAlone } from "../../scene.ts";
import type { FailureWords, Scene } from "../../words.ts";
import { API_OWNER, setWith } from "./phrases.ts";

/** The request went out, and no whole answer came back. */
export const lost: Pick<FailureWords, "timed-out" | "connection-lost"> = {
  "timed-out": ({ setting, timeoutMs }, scene, voice) => ({
    headline: "A API não respondeu a tempo",
    what: `Nenhuma resposta completa chegou em ${voice.duration(timeoutMs)} (${voice.name(setting)}).`,
    who: API_OWNER,
    steps: [
      ...lookForItsEnd(scene),
      `Se a API só estiver lenta, aumente ${setWith(setting, scene, voice)}.`,
    ],
  }),

  "connection-lost": ({ during, detail }, scene, voice) => ({
    headline: "A conexão caiu antes de a resposta chegar",
    what: `${during === "headers" ? "A requisição saiu, e nenhuma resposta voltou" : "A resposta foi cortada no meio"}${inBrackets(detail, voice)}.`,
    who: API_OWNER,
    steps: [
      ...lookForItsEnd(scene),
      `Verifique o que há entre este runner e a API. Um proxy ou worker com tempo limite próprio corta chamadas longas (gunicorn após ${voice.duration(30_000)}, nginx após ${voice.duration(60_000)}).`,
    ],
  }),
};

function lookForItsEnd({ task }: Scene): readonly string[] {
  return goesOnAlone(task)
    ? ["Veja o log da API: o trabalho pode ainda estar em andamento ou já ter terminado."]
    : [];
}
