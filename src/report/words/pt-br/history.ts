import type { FailureCode } from "../../../pipeline/failure.ts";
import type { Result } from "../../../pipeline/names.ts";
import type { Voice } from "../../voice.ts";
import type { HistoryWords, NamedRun, PastSetback } from "../history-words.ts";
import { books, counted } from "./counted.ts";

const RESULTS: Readonly<Record<Result, string>> = {
  succeeded: "sucesso",
  failed: "falha",
  unknown: "resultado desconhecido",
  cancelled: "cancelada",
};

const WORK = { both: "coleta e treino", scrape: "coleta", train: "treino" } as const;

const PACE = {
  usual: (time: string) => ` (normalmente ${time})`,
  slower: (time: string) => `, acima do normal (${time})`,
  faster: (time: string) => `, abaixo do normal (${time})`,
} as const;

const causes: Readonly<Record<FailureCode, string>> = {
  "settings-invalid": "as configurações não estavam certas",
  "api-unreachable": "não foi possível acessar a API",
  "tls-untrusted": "o certificado da API não era confiável",
  "redirect-refused": "a API mandou a requisição para outro lugar",
  "credentials-rejected": "a API não aceitou o usuário ou a senha",
  "token-rejected": "a API recusou o token",
  "rate-limited": "a API estava recebendo chamadas demais",
  "api-unhealthy": "a API não estava pronta para trabalhar",
  "api-error": "a API retornou um erro",
  "contract-broken": "não foi possível entender a resposta da API",
  "no-data": "a API informou sucesso, mas não tinha feito nada",
  "data-dropped": "os livros não passaram",
  "timed-out": "a API não respondeu a tempo",
  "connection-lost": "a conexão caiu antes de a resposta chegar",
  "response-too-large": "a resposta da API era grande demais",
  cancelled: "alguém cancelou a execução",
  "internal-error": "o próprio Orquestra errou",
};

export const history: HistoryWords = {
  heading: ({ runs, succeeded, since }, voice) =>
    `Últimas ${voice.count(runs)} execuções, desde ${voice.shortDay(since)}: ${amount(succeeded, runs, voice)} com sucesso`,
  firstRun: (retentionDays, voice) =>
    `Não foi encontrada nenhuma execução anterior deste pipeline${retentionDays === undefined ? "" : ` (o GitHub guarda as execuções por ${days(retentionDays, voice)})`}, e por isso ainda não há com o que comparar.`,
  horizon: (retentionDays, voice) =>
    `O GitHub guarda as execuções por ${days(retentionDays, voice)}: o que houve antes não se sabe.`,
  unread: (runs, voice) =>
    runs === 1
      ? "Outra execução tem mais jobs do que é possível ler: não se sabe como terminou, e ela não é contada aqui."
      : `Outras ${voice.count(runs)} execuções têm mais jobs do que é possível ler: não se sabe como terminaram, e elas não são contadas aqui.`,
  square: ({ past, result, isTold }, voice) => {
    const run = past
      ? `Execução ${past.number}, ${voice.shortDay(past.at)} ${voice.timeOfDay(past.at)}`
      : "Esta execução";
    return `${run}: ${RESULTS[result]}${isTold ? "" : ", sem relatório"}`;
  },
  setbacks: "Execuções anteriores sem sucesso:",
  setback: (about, voice) => `${runsOf(about, voice)}: ${endOf(about)}`,
  causes,
  streak: ({ runs, orMore }, voice) =>
    `Esta é ${orMore ? "pelo menos " : ""}a ${voice.count(runs)}ª execução seguida sem sucesso.`,
  lastGood: ({ records, ...run }, voice) =>
    `A última execução bem-sucedida foi a ${named("execução", run, voice)}, em ${voice.shortDay(run.at)}${records === undefined ? "" : `, com ${books(records, voice)}`}.`,
  noGood: ({ since, retentionDays }, voice) =>
    `Nenhuma execução teve sucesso desde ${voice.shortDay(since)}, e ${retentionDays === undefined ? "esta execução não consultou outras mais antigas" : `o GitHub não guarda outras mais antigas (${days(retentionDays, voice)})`}.`,
  pace: ({ kind, usualMs }, voice) => {
    const usual = voice.duration(usualMs);
    return {
      usual: `em geral ${usual}`,
      slower: `acima do normal: ${usual}`,
      faster: `abaixo do normal: ${usual}`,
    }[kind];
  },
  workPace: ({ kind, work, tookMs, usualMs }, voice) =>
    `sendo ${voice.duration(tookMs)} de ${WORK[work]}${PACE[kind](voice.duration(usualMs))}`,
  missed: ({ runs, orMore, due }, voice) => {
    const rest = runs - due.length;
    const when = `${due.join(", ")}${rest > 0 ? ` e mais ${voice.count(rest)}` : ""}`;
    return runs === 1
      ? `Uma execução agendada não aconteceu: ${when}.`
      : `${orMore ? "Pelo menos " : ""}${voice.count(runs)} execuções agendadas não aconteceram: ${when}.`;
  },
  disabled: (left, voice) =>
    `O GitHub vai desativar o agendamento deste repositório ${left === 0 ? "a qualquer momento" : `em ${days(left, voice)}`} se nada for enviado a ele (push): em repositórios públicos, é o que acontece após 60 dias sem atividade. Envie a próxima alteração antes disso; depois de desativado, ${voice.name("Enable workflow")} na página do workflow, na aba Actions, o ativa de novo.`,
  charts: {
    durations: ({ work, runs, leastMs, mostMs }, voice) => {
      const [least, most] = [voice.duration(leastMs), voice.duration(mostMs)];
      return `Nas últimas ${voice.count(runs)} execuções bem-sucedidas, a duração de ${WORK[work]} foi de ${least === most ? most : `${least} a ${most}`}.`;
    },
    durationsTitle: (work, unit) =>
      `${{ both: "Coleta e treino", scrape: "Coleta", train: "Treino" }[work]}, ${{ seconds: "segundos", minutes: "minutos" }[unit]}`,
    records: ({ runs, least, most, last }, voice) =>
      `Nas últimas ${voice.count(runs)} execuções com contagem, havia de ${voice.count(least)} a ${books(most, voice)}; a contagem mais recente é ${voice.count(last)}.`,
    recordsTitle: "Livros",
  },
};

function endOf({ result, isTold, task, code }: PastSetback): string {
  if (!isTold) {
    return result === "cancelled" ? "cancelamento, sem relatório" : "falha, sem relatório";
  }
  const where = task === undefined ? "" : ` (${task})`;
  const why = code === undefined ? "" : `, ${causes[code]}`;
  switch (result) {
    case "cancelled":
      return `cancelamento${where}`;
    case "unknown":
      return `resultado desconhecido${why}${where}`;
    case "failed":
      return `falha${why}${where}`;
  }
}

function runsOf({ oldest, newest, runs }: PastSetback, voice: Voice): string {
  if (runs === 1) return `${named("Execução", newest, voice)} (${voice.shortDay(newest.at)})`;
  const from = voice.shortDay(oldest.at);
  const to = voice.shortDay(newest.at);
  return `${named("Execução", oldest, voice)} a ${named("execução", newest, voice)} (${voice.count(runs)} execuções, ${from === to ? to : `${from} a ${to}`})`;
}

function named(word: "Execução" | "execução", { number, page }: NamedRun, voice: Voice): string {
  return voice.link(`${word} ${number}`, page);
}

function amount(succeeded: number, runs: number, voice: Voice): string {
  if (succeeded === 0) return "nenhuma";
  return succeeded === runs ? "todas" : voice.count(succeeded);
}

function days(count: number, voice: Voice): string {
  return counted(count, "dia", "dias", voice);
}
