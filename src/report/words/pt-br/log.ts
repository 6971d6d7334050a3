import type { LogWords } from "../words.ts";

export const log: LogWords = {
  starting: (version, pipeline) => `Orquestra ${version}, pipeline ${pipeline}`,
  dryRun:
    "Verificação prévia (preflight): olha tudo de que uma execução precisa e não altera nada.",
  taskStarted: (task) => `${task} …`,
  taskProved: (task, result, tookMs, voice) => `${task}: ${result} (${voice.duration(tookMs)})`,
  taskEnded: (task, what, tookMs, voice) =>
    `${task}: sem sucesso após ${voice.duration(tookMs)}. ${what}`,
  waiting: (what, waitMs, voice) => `${what} Nova tentativa em ${voice.duration(waitMs)}.`,
  stillWorking: (task, sinceMs, usualMs, voice) =>
    `${task}: em andamento há ${voice.duration(sinceMs)}.${usualMs === undefined ? "" : ` Em geral, leva ${voice.duration(usualMs)}.`}`,
  cancelling: "Execução cancelada: encerrando o que está em andamento e gravando o resumo.",
  notWritten: (what, why) =>
    `Não foi possível gravar ${{ outputs: "as saídas", summary: "o resumo", journal: "o diário da execução", alerts: "os alertas" }[what]}: ${why}`,
  failureTitle: (task, code) =>
    task === undefined ? `Orquestra: ${code}` : `Orquestra: ${task} sem sucesso (${code})`,
};
