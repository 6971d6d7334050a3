import type { Undelivered } from "../../../alerts/ports.ts";
import type { AlertWords } from "../alert-words.ts";
import { inBrackets } from "../asides.ts";
import { counted } from "./counted.ts";

export const alerts: AlertWords = {
  title: (pipeline) => `Orquestra: ${pipeline} está falhando`,
  standing: (pipeline, since, voice) =>
    `O pipeline ${voice.quote(pipeline)} não tem sucesso desde ${voice.day(since)}, ${voice.timeOfDay(since)}.`,
  stalled: (runs, voice) =>
    `As últimas ${voice.count(runs)} execuções terminaram sem sucesso, e a mais recente foi cancelada`,
  stalledAdvice:
    "Não se sabe se o pipeline funciona. Veja quem ou o que cancela as execuções: um job que atinge o limite de tempo também é cancelado.",
  writtenBy: ({ number, at, page }, voice) =>
    `Escrito pela ${voice.link(number === undefined ? "execução" : `execução ${number}`, page)} de ${voice.day(at)}, ${voice.timeOfDay(at)}.`,
  nextDue: (cron, at, timeZone, voice) =>
    `Pelo agendamento ${voice.quote(cron)}, a próxima execução está prevista para ${voice.day(at)}, ${voice.timeOfDay(at)} (${timeZone}).`,
  recovered: (setbacks, voice) =>
    setbacks === 0
      ? "O pipeline voltou a funcionar"
      : `O pipeline voltou a funcionar, depois de ${counted(setbacks, "execução", "execuções", voice)} sem sucesso`,
  keptBy:
    "O Orquestra reescreve esta parte da issue a cada execução e fecha a issue assim que uma execução tem sucesso. O título, as etiquetas e o que está escrito em volta desta parte ficam como estão. Quem fecha a issue à mão não recebe mais avisos destas falhas.",
  news: {
    raised: (pipeline, headline, inARow, voice) =>
      `❌ ${pipeline}: ${headline}.${inARow !== undefined && inARow > 1 ? ` São ${voice.count(inARow)} execuções seguidas sem sucesso.` : ""}`,
    recovered: (pipeline, headline) => `✅ ${pipeline}: ${headline}.`,
    test: (pipeline) => `🔔 ${pipeline}: isto é um teste. Os alertas deste pipeline chegam aqui.`,
  },
  label: "Alertas:",
  issue: {
    named: (number) => `issue ${number}`,
    opened: (issue) => `A ${issue} foi aberta.`,
    openedBare: (issue, voice) =>
      `A ${issue} foi aberta sem etiquetas nem responsáveis, que o GitHub não aceitou: confira ${voice.name("issue-labels")} e ${voice.name("issue-assignees")}.`,
    updated: (issue) => `A ${issue} foi atualizada.`,
    closed: (issue) => `A ${issue} foi fechada.`,
    closedByHand: (issue) =>
      `A ${issue} foi fechada à mão e fica fechada até que o pipeline se recupere e volte a falhar.`,
    overtaken: (issue) => `A ${issue} já fala de uma execução mais recente e ficou como está.`,
    notWritten: (why, words, voice) =>
      `Não foi possível escrever a issue de falha${inBrackets(words, voice)}: ${why}`,
  },
  troubles: {
    "issues-off": (voice) =>
      `as issues estão desativadas neste repositório. Ative-as em ${voice.name("Settings → General → Features")} ou defina ${voice.name("failure-issue")} como ${voice.name("false")}.`,
    "no-permission": (voice) =>
      `adicione ${voice.name("issues: write")} às ${voice.name("permissions")} do job.`,
    "bad-token": (voice) =>
      `o GitHub não aceitou ${voice.name("github-token")}. Ele pode ter expirado; sem essa entrada, a action usa o token do job.`,
    "no-token": (voice) => `a action não recebeu nenhum ${voice.name("github-token")}.`,
    "outside-actions": () => "isto não rodou no GitHub.",
    "rate-limited": () =>
      "o GitHub não aceita mais chamadas por enquanto. A próxima execução a escreve.",
    refused: () => "o GitHub não a aceitou.",
    "too-large": () =>
      "a lista de issues deste repositório no GitHub é grande demais para ser percorrida.",
    "no-answer": () => "a API do GitHub não respondeu a tempo. A próxima execução a escreve.",
  },
  undelivered: (what, why, voice) =>
    `${voice.name(what)} não foi avisado: ${reasonOf(why)} O endereço é um segredo e não é mostrado aqui.`,
  delivered: (what, voice) => `${voice.name(what)} foi avisado.`,
};

function reasonOf(why: Undelivered): string {
  switch (why.kind) {
    case "status":
      return `a resposta foi HTTP ${why.status}.`;
    case "redirect":
      return `a resposta foi um redirecionamento (HTTP ${why.status}), que não é seguido.`;
    case "unreachable":
      return "não houve conexão.";
    case "no-answer":
      return "não houve resposta a tempo.";
    case "cancelled":
      return "o tempo para isso acabou ou a execução foi cancelada.";
  }
}
