import type { PreflightWords } from "../../preflight-words.ts";

/** Why something could not be looked at. */
export const blinds: PreflightWords["blinds"] = {
  "no-address": (voice) => `Não há um ${voice.name("api-url")} que se possa chamar.`,
  "no-credentials": (voice) => `Falta ${voice.name("username")} ou ${voice.name("password")}.`,
  "not-reached": () => "Não foi possível acessar a API.",
  cancelled: () => "A execução foi cancelada antes disso.",
  "outside-actions": () => "Isto não rodou no GitHub.",
  "no-token": (voice) => `A action não recebeu nenhum ${voice.name("github-token")}.`,
  "token-rejected": (voice) => `O GitHub não aceitou o ${voice.name("github-token")}.`,
  "no-contents": (voice) =>
    `O GitHub não mostra o arquivo: ou falta ${voice.name("contents: read")} nas ${voice.name("permissions")} deste job, ou o arquivo não está no branch padrão.`,
  "no-actions": (voice) =>
    `O GitHub não mostra se o workflow está ativado: ou falta ${voice.name("actions: read")} nas ${voice.name("permissions")} deste job, ou o GitHub não conhece o workflow, que não está no branch padrão.`,
  "github-in-trouble": () => "A API do GitHub não respondeu como deveria.",
  "no-workflow": () => "Primeiro, o arquivo do workflow precisa estar certo.",
  "no-job": () => "Pelo que o arquivo diz, nenhum job do workflow usa esta action.",
  "zone-unclear": (voice) =>
    `O arquivo não diz qual é o ${voice.name("schedule-timezone")} do job, ou só o GitHub sabe: é uma expressão.`,
  "limit-unclear": (voice) =>
    `Só o GitHub sabe qual é o ${voice.name("timeout-minutes")} do job: é uma expressão.`,
  "runner-unclear": (voice) =>
    `O arquivo não diz de quem é a máquina que ${voice.name("runs-on")} do job indica.`,
};
