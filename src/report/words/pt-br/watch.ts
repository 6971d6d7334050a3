import type { Half } from "../../../watch/work.ts";
import type { Voice } from "../../voice.ts";
import { ageSaid } from "../age.ts";
import type { NamedRun } from "../history-words.ts";
import { variable } from "../places.ts";
import type { SetbackCounts, WatchWords } from "../watch-words.ts";
import { books, counted } from "./counted.ts";
import { atHour } from "./hours.ts";

/** Each with the words that it takes. */
const HALVES: Readonly<Record<Half, Readonly<Record<"of" | "in" | "without", string>>>> = {
  scrape: { of: "da coleta", in: "na coleta", without: "sem coleta" },
  train: { of: "do treino", in: "no treino", without: "sem treino" },
};

export const watch: WatchWords = {
  starting: (version, workflow) => `Orquestra ${version}, vigiando ${workflow}`,
  headlines: {
    fresh: (ageMs, half, voice) => `O último sucesso${of(half)} foi há ${age(ageMs, voice)}`,
    running: "Uma execução está em andamento",
    stale: (ageMs, half, voice) =>
      `Sem sucesso${half === undefined ? "" : ` ${HALVES[half].in}`} há ${age(ageMs, voice)}`,
    staleBeyond: (runs, voice) => `Sem sucesso nas últimas ${voice.count(runs)} execuções`,
    never: "Sem sucesso em nenhuma execução que o GitHub ainda conhece",
    disabled: "O workflow está desativado, e nada roda",
    blind: "O vigia não conseguiu ver nada",
    unread: "Não foi possível ver se teve sucesso",
    allGood: (pipelines, voice) => `Nenhum de ${voice.count(pipelines)} pipelines está atrasado`,
    someOverdue: (overdue, pipelines, voice) =>
      `${voice.count(overdue)} de ${voice.count(pipelines)} pipelines ${overdue === 1 ? "está atrasado" : "estão atrasados"}`,
    someUnread: (unread, pipelines, voice) =>
      `De ${voice.count(unread)} de ${voice.count(pipelines)} pipelines não foi possível ver se ${unread === 1 ? "teve" : "tiveram"} sucesso`,
  },
  columns: { pipeline: "Pipeline", last: "Último sucesso" },
  ago: (ageMs, voice) => `há ${age(ageMs, voice)}`,
  notKnown: "desconhecido",
  lastGood: ({ run, half, endedAt, timeZone, records }, voice) =>
    `O último sucesso${of(half)} foi o da ${named(run, voice)}, que terminou em ${voice.day(endedAt)}, ${atHour(voice.timeOfDay(endedAt))} (${timeZone})${records === undefined ? "" : `, com ${books(records, voice)}`}.`,
  limit: (maxAgeMs, voice) =>
    `Um sucesso pode ter até ${voice.duration(maxAgeMs)} (${voice.name("max-age")}).`,
  atWork: (run, since, voice) =>
    `A ${named(run, voice)} está em andamento desde ${voice.shortDay(since)}, ${atHour(voice.timeOfDay(since))}, e ela mesma conta como terminou.`,
  unread: (run, jobs, voice) =>
    `A ${named(run, voice)} tem ${counted(jobs, "job", "jobs", voice)} a mais do que é possível ler, somados os de todas as tentativas: não se sabe se este pipeline teve sucesso em ${jobs === 1 ? "tal job" : "algum deles"}.`,
  noRuns: (workflow, retentionDays, voice) =>
    `O GitHub não conhece nenhuma execução de ${voice.quote(workflow)}${kept(retentionDays, voice)}.`,
  noSuccess: ({ runs, since, isAll, retentionDays }, voice) => {
    const looked = isAll
      ? `O GitHub conhece ${counted(runs, "execução", "execuções", voice)}`
      : `Foram consultadas as últimas ${voice.count(runs)} execuções`;
    return `${looked}, desde ${voice.day(since)}${isAll ? kept(retentionDays, voice) : ""}, e nenhuma teve sucesso.`;
  },
  disabledBy: {
    "by-hand": (workflow, voice) =>
      `Alguém desativou ${voice.quote(workflow)} na página dele, na aba Actions.`,
    "by-inactivity": (workflow, voice) =>
      `O GitHub desativou ${voice.quote(workflow)}: em repositórios públicos, é o que acontece após 60 dias sem atividade.`,
    "in-fork": (workflow, voice) =>
      `Este repositório é um fork, e o GitHub não inicia nenhum agendamento de um fork até que alguém ative ${voice.quote(workflow)}.`,
    deleted: (workflow, voice) =>
      `O arquivo de ${voice.quote(workflow)} foi excluído do branch padrão.`,
  },
  blindness: {
    "no-workflow": (workflow, voice) =>
      `Este repositório não tem o workflow ${voice.quote(workflow)}: confira ${voice.name("workflow")}.`,
    cancelled: () => "O vigia foi cancelado antes de o GitHub responder.",
    "too-many-jobs": (workflow, voice) =>
      `As execuções de ${voice.quote(workflow)} têm mais jobs do que é possível ler, somados os de todas as tentativas, e não se sabe quais pipelines existem: divida o workflow em vários ou indique com ${voice.name("pipeline")} qual deve ser vigiado.`,
  },
  since: {
    nothing: "Desde então, o GitHub não iniciou nenhuma execução.",
    partial: (runs, half, voice) =>
      runs === 1
        ? `Desde então, uma execução teve sucesso, mas ${HALVES[half].without}.`
        : `Desde então, ${voice.count(runs)} execuções tiveram sucesso, mas todas ${HALVES[half].without}.`,
    silent: (runs, voice) =>
      runs === 1
        ? "A única execução desde então não deixou nada escrito sobre este pipeline."
        : `As ${voice.count(runs)} execuções desde então não deixaram nada escrito sobre este pipeline.`,
    setbacks: (counts, isAfterSuccess, voice) =>
      `Execuções sem sucesso${isAfterSuccess ? " desde então" : ""}: ${setbacks(counts, voice)}.`,
    waiting: (run, voice) =>
      `A ${named(run, voice)} espera desde ${voice.shortDay(run.at)}, ${atHour(voice.timeOfDay(run.at))}, por um runner ou pela sua vez.`,
  },
  watched: (workflow, page, voice) => `**Sob vigilância:** ${voice.link(workflow, page)}`,
  retired: (pipelines, workflow, voice) =>
    `Fora da vigilância: ${pipelines.map((name) => voice.quote(name)).join(", ")}. Uma execução mais recente de ${voice.quote(workflow)} teve sucesso sem ${pipelines.length === 1 ? "esse pipeline: ele foi pausado, renomeado ou removido" : "esses pipelines: eles foram pausados, renomeados ou removidos"}.`,
  nameless: (voice) =>
    `Nenhuma execução falou ainda de um pipeline. Indique com ${voice.name("pipeline")} qual deve ser vigiado, e ele pode ter a sua própria issue.`,
  who: {
    writers: "quem tem permissão de escrita neste repositório.",
    "newest-run": "a execução mais recente diz quem.",
  },
  steps: {
    lookAt: (run, voice) => `Veja a ${named(run, voice)}: ela diz o que deu errado.`,
    lookAtSilent: (run, voice) =>
      `Veja a ${named(run, voice)}: ela pode ter ficado em pausa, só conferido o login, rodado outro pipeline ou perdido a máquina.`,
    lookWhether: (run, voice) =>
      `Veja na página da ${named(run, voice)} se o pipeline teve sucesso.`,
    lookAtCancels:
      "Descubra quem ou o que cancela as execuções: um job que atinge o limite de tempo também é cancelado.",
    checkRunner: (voice) =>
      `Veja se há um runner on-line, em ${voice.name("Settings → Actions → Runners")}.`,
    checkSchedule: (workflow, voice) =>
      `Veja se ${voice.quote(workflow)} tem um ${voice.name("schedule")} no branch padrão. O GitHub inicia agendamentos com atraso e deixa de iniciar alguns.`,
    enable: (workflow, page, voice) =>
      `Escolha ${voice.name("Enable workflow")} na ${voice.link(`página de ${workflow}`, page)}.`,
    restore: (workflow, voice) =>
      `Traga o arquivo de volta para o branch padrão ou indique com ${voice.name("workflow")} outro que não ${voice.quote(workflow)}.`,
    runNow: (page, voice) =>
      `${voice.link("Rode agora", page)}, com ${voice.name("Run workflow")}.`,
    raiseLimit: (scene, voice) =>
      `Se o pipeline deve ter sucesso com menos frequência, aumente ${voice.name("max-age")} com a variável ${variable("max-age", scene, voice)}.`,
    pauseInstead: (scene, voice) =>
      `Se é para o pipeline ficar em pausa, defina a variável ${variable("paused", scene, voice)}: o vigia então diz isso e continua verde.`,
    watchAgain: (page, voice) => `${voice.link("Rode o vigia de novo", page)}.`,
  },
};

function of(half: Half | undefined): string {
  return half === undefined ? "" : ` ${HALVES[half].of}`;
}

function age(ageMs: number, voice: Voice): string {
  return ageSaid(ageMs, (count) => days(count, voice), voice);
}

function kept(retentionDays: number | undefined, voice: Voice): string {
  return retentionDays === undefined
    ? ""
    : ` (ele guarda as execuções por ${days(retentionDays, voice)})`;
}

function days(count: number, voice: Voice): string {
  return counted(count, "dia", "dias", voice);
}

function named({ number, page }: NamedRun, voice: Voice): string {
  return voice.link(`execução ${number}`, page);
}

function setbacks({ failed, unknown, cancelled }: SetbackCounts, voice: Voice): string {
  return [
    failed > 0 ? `${voice.count(failed)} com falha` : "",
    unknown > 0 ? `${voice.count(unknown)} de resultado desconhecido` : "",
    cancelled > 0 ? counted(cancelled, "cancelada", "canceladas", voice) : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}
