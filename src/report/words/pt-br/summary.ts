import { NBSP } from "../../format.ts";
import type { Voice } from "../../voice.ts";
import type { ResultWords, Since, SummaryWords } from "../words.ts";
import { books, counted } from "./counted.ts";
import { atHour, theHour } from "./hours.ts";

const results: ResultWords = {
  health: "API OK, banco de dados no ar",
  login: (username, voice) => `usuário ${voice.quote(username)}`,
  baseline: (before, voice) =>
    before === undefined ? "não se sabe" : `${books(before, voice)} antes`,
  scrape: (records, voice) =>
    `**${books(records, voice)}** ${records === 1 ? "coletado" : "coletados"}`,
  resumed: (records, attempt, voice) =>
    `**${books(records, voice)}** da tentativa ${voice.count(attempt)}; a coleta não foi repetida`,
  gate: ({ reported, stored, before }, voice) =>
    [
      stored === undefined ? "" : counted(stored, "armazenado", "armazenados", voice),
      counted(reported, "informado", "informados", voice),
      before === undefined ? "" : `${voice.count(before)} antes`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  train: (artifacts, voice) => `**${counted(artifacts, "artefato", "artefatos", voice)}**`,
  verify: (served, voice) => {
    if (served === undefined) return "não se sabe";
    return served.kind === "too-large"
      ? "no ar para os leitores (são livros demais para contar)"
      : `${books(served.records, voice)} no ar para os leitores`;
  },
  skipped: "não rodou",
  running: "não terminou",
  gateShut: "não rodou: os dados não passaram na conferência",
};

export const summary: SummaryWords = {
  tasks: {
    health: "Saúde",
    login: "Login",
    baseline: "Referência",
    scrape: "Coleta",
    gate: "Conferência",
    train: "Treino",
    verify: "Verificação",
  },
  notes: {
    "no-baseline": (_note, voice) =>
      `Não havia com o que comparar, e a conferência só pôde usar ${voice.name("min-records")}.`,
    "stored-unchecked": (_note, voice) =>
      `O que ficou armazenado não foi conferido: ${voice.name("stats-path")} e ${voice.name("features-path")} estão como ${voice.name("none")}.`,
    "stale-stats": ({ stats, features }, voice) =>
      `As estatísticas da API estão desatualizadas: elas indicam ${books(stats, voice)}, mas os leitores recebem ${voice.count(features)}. Provavelmente elas vêm de um cache.`,
    "false-alarm": ({ times }, voice) =>
      `Antes de ficar pronta, a API disse ${times === 1 ? "uma vez" : `${voice.count(times)} vezes`} que não estava. Uma vez é normal depois que o banco de dados dela reinicia.`,
    observed: ({ code, records }, voice) =>
      `A resposta da coleta se perdeu (${voice.name(code)}). Depois disso, as estatísticas da API mudaram e se mantiveram em ${books(records, voice)}: isso foi observado, não respondido.`,
    "told-late": ({ journal }) =>
      journal === "read"
        ? "O step foi encerrado à força antes de poder relatar. Este texto foi escrito depois, a partir do diário da execução; o step não tem saídas."
        : "O step foi encerrado à força antes de poder relatar, e o diário da execução não pode ser lido: não se sabe o que ele chegou a fazer.",
    "short-password": (_note, voice) =>
      `${voice.name("password")} tem menos de 4 caracteres. Não dá para mascarar um segredo tão curto, e ele pode aparecer nos logs.`,
    "not-served": ({ problem }, voice) =>
      problem.kind === "differs"
        ? `Os leitores recebem ${books(problem.served, voice)}, mas a tabela tem ${voice.count(problem.stored)}.`
        : `Não foi possível verificar se os leitores recebem os livros (${voice.name(problem.code)}).`,
  },
  memoryGaps: {
    "no-token": (voice) =>
      `Não foi possível consultar as execuções anteriores: a action não recebeu ${voice.name("github-token")}. Isso é normal na sua própria máquina.`,
    "no-permission": (voice) =>
      `Não foi possível consultar as execuções anteriores: adicione ${voice.name("actions: read")} e ${voice.name("checks: read")} às ${voice.name("permissions")} do job.`,
    "bad-token": (voice) =>
      `Não foi possível consultar as execuções anteriores: o GitHub não aceitou ${voice.name("github-token")}. Ele pode ter expirado; sem essa entrada, a action usa o token do job.`,
    "no-answer": () =>
      "Não foi possível consultar as execuções anteriores: a API do GitHub não respondeu a tempo.",
    "too-large": () =>
      "Não foi possível consultar as execuções anteriores: a resposta do GitHub é grande demais, mesmo para uma só: os jobs deixam anotações longas demais.",
    malformed: () =>
      "Não foi possível consultar as execuções anteriores: a API do GitHub deu uma resposta inesperada.",
    "outside-actions": () =>
      "Não foi possível consultar as execuções anteriores: esta não rodou no GitHub.",
  },
  refreshed: (records, voice) =>
    `${books(records, voice)} ${records === 1 ? "atualizado" : "atualizados"}`,
  trained: (artifacts, voice) =>
    counted(artifacts, "artefato do modelo gerado", "artefatos do modelo gerados", voice),
  ready: "Tudo pronto: a API está no ar e o login funciona",
  unknownScrape: "não se sabe se a coleta aconteceu",
  unknownTraining: "não se sabe se o treino aconteceu",
  opening: ({ tookMs, startedAt, timeZone, startedBy, work, late }, voice) => {
    const by = { schedule: " pelo agendamento", button: " manualmente", other: "" }[startedBy];
    const took = `Durou **${voice.duration(tookMs)}**${work === undefined ? "" : `, ${work}`}.`;
    const lateBy =
      late === undefined
        ? ""
        : `, com ${voice.duration(late.ms)} de atraso (prevista para ${theHour(voice.timeOfDay(late.dueAt))})`;
    return `${took} Execução iniciada${by} em ${voice.day(startedAt)} ${atHour(voice.timeOfDay(startedAt))} (${timeZone})${lateBy}.`;
  },
  change: (records, before, since, voice) => {
    const difference = records - before;
    if (difference === 0) return `A mesma quantidade de livros ${sameAs(since, voice)}.`;
    const amount = books(Math.abs(difference), voice);
    return `${amount} a ${difference > 0 ? "mais" : "menos"} do que ${whenOf(since, voice)}.`;
  },
  columns: { mark: "OK?", task: "Etapa", took: "Duração", result: "Resultado" },
  results,
  labels: {
    dataNow: "Seus dados agora:",
    whoCanFix: "Quem pode resolver:",
    whatToDo: "O que fazer",
    failureCode: "Código da falha",
    timeline: "Linha do tempo",
    day: "dia",
    versions: "Versões",
    goodToKnow: "Observações",
    schedule: "Agendamento:",
    request: "Requisição",
    pipeline: "Pipeline",
    status: "Status",
    bytes: "Bytes",
    attempt: "Tentativa",
    setting: "Configuração",
    value: "Valor",
  },
  runAgain: "Execute o pipeline de novo",
  noAnswers: {
    "not-sent": "não enviada",
    lost: "sem resposta",
    deadline: "tempo esgotado",
    "too-large": "grande demais",
    garbage: "não é HTTP",
    cancelled: "cancelada",
  },
  details: (requests, voice) =>
    `${counted(requests, "requisição", "requisições", voice)}, configurações, versões`,
  more: (items, voice) => `e mais${NBSP}${voice.count(items)}`,
};

function whenOf(since: Since, voice: Voice): string {
  switch (since.kind) {
    case "before":
      return "antes";
    case "today":
      return "mais cedo hoje";
    case "yesterday":
      return "ontem";
    case "last-good":
      return `na última execução bem-sucedida, em ${voice.shortDay(since.at)}`;
  }
}

function sameAs(since: Since, voice: Voice): string {
  return since.kind === "last-good" ? `que ${whenOf(since, voice)}` : `de ${whenOf(since, voice)}`;
}
