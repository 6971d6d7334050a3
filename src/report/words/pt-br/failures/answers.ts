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
    const to = asked === undefined ? "" : ` a ${voice.quote(asked)}`;
    const said = `A resposta${to} foi HTTP ${status}${afterColon(words, voice)}.`;
    const beforeAgain = leavesWorkOpen(status) ? waitForItsEnd(scene) : [];
    if (isWrongPath(status)) {
      return {
        headline: "A API não reconhece esta chamada",
        what: said,
        who: REPOSITORY_ADMIN,
        steps: checkPath(scene, voice),
      };
    }
    if (isFromProxy(status)) {
      return {
        headline: "Um proxy na frente da API retornou um erro",
        what: `${said}${goesOnAlone(scene.task) ? " A API em si pode ainda estar trabalhando." : ""}`,
        who: API_OWNER,
        steps: [
          "Dê ao proxy um tempo limite maior que a duração da chamada.",
          LOOK_INTO_LOG,
          ...beforeAgain,
        ],
      };
    }
    return {
      headline: "A API retornou um erro",
      what: said,
      who: API_OWNER,
      steps: [LOOK_INTO_LOG, ...beforeAgain],
    };
  },

  "contract-broken": ({ problem }, scene, voice) => ({
    headline:
      problem.kind === "other-success"
        ? "A API respondeu, mas não que terminou"
        : "Não foi possível entender a resposta da API",
    what: broken(problem, voice),
    who: API_OWNER,
    steps: [
      leadsToApi(scene, voice),
      "Compare a versão da API com aquela para a qual este pipeline foi configurado.",
      ...waitForItsEnd(scene),
    ],
  }),

  "response-too-large": ({ part, limitBytes }, scene, voice) => ({
    headline: "A resposta da API é grande demais",
    what: `${part === "headers" ? "Os cabeçalhos passam" : "O corpo passa"} de ${voice.count(limitBytes / 1024)}${NBSP}KiB. O resto não foi lido.`,
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
  return `Se eram as features de muitos livros: elas só decidem quando as estatísticas diferem do que a coleta informou ou são dispensadas. Verifique por que diferem, e ${voice.name("stats-path")} (${variable("stats-path", scene, voice)}).`;
}

function checkPath(scene: Scene, voice: Voice): readonly string[] {
  const url = variable("api-url", scene, voice);
  const path = pathOf(scene.task);
  const bare = `${url} contém só o endereço: sem ${voice.name("/api/v1")} no fim, a não ser que a sua API fique abaixo de um prefixo.`;
  if (path === undefined) return [bare];
  const check = `Confira ${voice.name(path)} (${variable(path, scene, voice)}).`;
  return path === "stats-path"
    ? [
        bare,
        check,
        "Se os dois estiverem certos, verifique o banco de dados da API: sem ele, a API de livros responde 404.",
      ]
    : [bare, check];
}

function broken(problem: ContractProblem, voice: Voice): string {
  switch (problem.kind) {
    case "not-http":
      return "O que chegou não é HTTP.";
    case "other-success":
      return `A resposta a ${voice.quote(problem.asked)} foi HTTP ${problem.status}${afterColon(problem.excerpt, voice)}. Só HTTP 200 diz que uma chamada terminou.`;
    case "compressed":
      return `Ela veio comprimida (${voice.quote(problem.encoding)}) sem que ninguém pedisse.`;
    case "not-utf8":
      return "Ela não é um texto em UTF-8.";
    case "not-json":
      return problem.excerpt === ""
        ? "Ela está vazia."
        : `Ela não é JSON. Começa assim: ${voice.quote(problem.excerpt)}.`;
    case "too-many-values":
      return `Ela traz mais de ${voice.count(problem.limit)} valores e não foi lida.`;
    case "wrong-shape":
      return `O campo ${voice.name(problem.field)} não veio ou não é o que deveria ser. A resposta começa assim: ${voice.quote(problem.excerpt)}.`;
    case "no-usable-token":
      return `O login foi aceito, mas a resposta não traz um ${voice.name("access_token")} utilizável.`;
  }
}
