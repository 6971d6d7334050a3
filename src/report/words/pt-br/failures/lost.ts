import { inBrackets } from "../../asides.ts";
import type { FailureWords } from "../../words.ts";
import { API_OWNER, setWith, waitForItsEnd } from "./phrases.ts";

/** The request went out, and no whole answer came back. */
export const lost: Pick<FailureWords, "timed-out" | "connection-lost"> = {
  "timed-out": ({ setting, timeoutMs }, scene, voice) => ({
    headline: "A API não respondeu a tempo",
    what: `Nenhuma resposta completa chegou em ${voice.duration(timeoutMs)} (${voice.name(setting)}).`,
    who: API_OWNER,
    steps: [
      `Se a API só estiver lenta, aumente ${setWith(setting, scene, voice)}.`,
      ...waitForItsEnd(scene),
    ],
  }),

  "connection-lost": ({ during, detail }, scene, voice) => ({
    headline: "A conexão caiu antes de a resposta chegar",
    what: `${during === "headers" ? "A requisição saiu, e nenhuma resposta voltou" : "A resposta foi cortada no meio"}${inBrackets(detail, voice)}.`,
    who: API_OWNER,
    steps: [
      `Verifique o que há entre este runner e a API. Um proxy ou worker com tempo limite próprio corta chamadas longas (gunicorn após ${voice.duration(30_000)}, nginx após ${voice.duration(60_000)}).`,
      ...waitForItsEnd(scene),
    ],
  }),
};
