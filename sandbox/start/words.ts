import { summary } from "../../src/report/words/pt-br/summary.ts";
import type { Language } from "../../src/settings/settings.ts";

/** What `npm start` says of one run besides what the run says itself. */
export interface StartWords {
  readonly ready: (books: number, url: string) => string;
  readonly yesterday: (faults: readonly string[]) => string;
  /** Of the page: nothing stands behind the links of a run that was not on GitHub. */
  readonly title: string;
  readonly seconds: (ms: number) => string;
  readonly succeeded: (seconds: string) => string;
  readonly ended: (seconds: string, result: keyof StartWords["results"], reason: string) => string;
  readonly results: Readonly<Record<"failed" | "unknown" | "cancelled", string>>;
  readonly noResult: (seconds: string, ending: string) => string;
  readonly exitCode: (code: number | null) => string;
  readonly inTask: (task: string) => string;
  readonly open: (page: string, text: string) => string;
  readonly noSummary: string;
}

const en: StartWords = {
  ready: (books, url) => `A shop of ${books} books and its API are ready at ${url}.`,
  yesterday: (faults) => `Yesterday was a good day; today brings ${faults.join(", ")}.`,
  title: "Orquestra · sandbox · the links are examples",
  seconds: (ms) => `${(ms / 1000).toFixed(1)} s`,
  succeeded: (seconds) => `The pipeline succeeded in ${seconds}.`,
  ended: (seconds, result, reason) =>
    `The pipeline ended after ${seconds}: ${en.results[result]}${reason}.`,
  results: { failed: "failed", unknown: "unknown", cancelled: "cancelled" },
  noResult: (seconds, ending) => `The action ended after ${seconds} without a result (${ending}).`,
  exitCode: (code) => `exit code ${code}`,
  inTask: (task) => ` in ${task}`,
  open: (page, text) =>
    `Open ${page} in a browser to see the summary as GitHub shows it (its text: ${text}).`,
  noSummary: "It left no summary.",
};

/** As the summary names them: outputs have the names of the code. */
const TASKS: ReadonlyMap<string, string> = new Map(Object.entries(summary.tasks));

const ptBr: StartWords = {
  ready: (books, url) => `Uma loja de ${books} livros e a API dela estão prontas em ${url}.`,
  yesterday: (faults) => `Ontem foi um bom dia; hoje traz ${faults.join(", ")}.`,
  title: "Orquestra · sandbox · os links são exemplos",
  seconds: (ms) => `${(ms / 1000).toFixed(1).replace(".", ",")} s`,
  succeeded: (seconds) => `O pipeline deu certo em ${seconds}.`,
  ended: (seconds, result, reason) =>
    `O pipeline terminou após ${seconds}: ${ptBr.results[result]}${reason}.`,
  results: { failed: "falhou", unknown: "não se sabe", cancelled: "cancelado" },
  noResult: (seconds, ending) => `A action terminou após ${seconds} sem resultado (${ending}).`,
  exitCode: (code) => `código de saída ${code}`,
  inTask: (task) => ` na etapa ${TASKS.get(task) ?? task}`,
  open: (page, text) =>
    `Abra ${page} em um navegador para ver o resumo como o GitHub o mostra (o texto dele: ${text}).`,
  noSummary: "Não deixou resumo.",
};

export const WORDS: Readonly<Record<Language, StartWords>> = { en, "pt-BR": ptBr };
