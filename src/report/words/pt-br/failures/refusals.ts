import type { RedirectAdvice } from "../../../../pipeline/failure.ts";
import type { Voice } from "../../../voice.ts";
import { afterColon, inBrackets } from "../../asides.ts";
import { pageOfOurs, secret, variable } from "../../places.ts";
import { timeoutOf } from "../../scene.ts";
import { mayComeAfterTheWork } from "../../statuses.ts";
import type { FailureWords, Scene } from "../../words.ts";
import { API_OWNER, REPOSITORY_ADMIN, setWith, waitForItsEnd } from "./phrases.ts";

/** The step of the README that registers a user. */
const REGISTER = "README.pt-BR.md#para-todos-os-caminhos";

/** The API does not want this request, or not from us, or not now. */
export const refusals: Pick<
  FailureWords,
  "redirect-refused" | "credentials-rejected" | "token-rejected" | "rate-limited"
> = {
  "redirect-refused": ({ status, location, advice }, scene, voice) => ({
    headline: "A API mandou a requisição para outro lugar",
    what: `Ela respondeu HTTP ${status} e ${location ? `apontou para ${voice.quote(location)}` : "não disse para onde ir"}. Um redirecionamento nunca é seguido, porque a senha ou o token iria junto.`,
    who: advice.kind === "ask-owner" ? API_OWNER : REPOSITORY_ADMIN,
    steps: [
      follow(advice, scene, voice),
      ...(mayComeAfterTheWork(status) ? waitForItsEnd(scene) : []),
    ],
  }),

  "credentials-rejected": ({ words }, scene, voice) => ({
    headline: "A API não aceita o usuário ou a senha",
    what: `O login foi recusado${afterColon(words, voice)}.`,
    who: REPOSITORY_ADMIN,
    steps: [
      `Confira ${secret("username", scene, voice)} e ${secret("password", scene, voice)}: um espaço ou uma quebra de linha colados junto também contam.`,
      `Se esse usuário ainda não existe, ${voice.link("cadastre-o", pageOfOurs(REGISTER, scene.links))} com ${voice.name("POST /api/v1/auth/register")}.`,
    ],
  }),

  "token-rejected": ({ status, words }, _scene, voice) =>
    status === 403
      ? {
          headline: "Este usuário não pode fazer esta chamada",
          what: `A API respondeu HTTP 403${afterColon(words, voice)}.`,
          who: API_OWNER,
          steps: ["Dê a esse usuário permissão para fazer a chamada."],
        }
      : {
          headline: "A API recusa um token que ela mesma acabou de emitir",
          what: `Ela respondeu HTTP ${status}${inBrackets(words, voice)}, e de novo depois de um novo login.`,
          who: API_OWNER,
          steps: ["Verifique o relógio da API e a chave com que ela assina os tokens."],
        },

  "rate-limited": ({ status }, scene, voice) => ({
    headline: "A API está recebendo chamadas demais",
    what: `Ela respondeu HTTP ${status}: por enquanto, não aceita mais chamadas.`,
    who: API_OWNER,
    steps: [
      "Verifique se outro programa chama a API ao mesmo tempo.",
      `Mude o horário do agendamento ou aumente ${setWith(timeoutOf(scene.task), scene, voice)}.`,
    ],
  }),
};

function follow(advice: RedirectAdvice, scene: Scene, voice: Voice): string {
  switch (advice.kind) {
    case "set-path":
      return `Defina ${variable(advice.setting, scene, voice)} como ${voice.quote(advice.path)}.`;
    case "set-url":
      return `Se essa é a sua API, defina ${variable("api-url", scene, voice)} como ${voice.quote(advice.url)}.`;
    case "ask-owner":
      return "Descubra o endereço e o caminho reais da API.";
  }
}
