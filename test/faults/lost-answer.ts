import {
  failed,
  QUICK,
  succeeded,
  unknown,
  type Case,
  type End,
  type FaultClass,
  type Said,
} from "./case.ts";
import type { Script, Wire } from "./api.ts";
import { resets, says, stallsAfter } from "./wire.ts";

const OBSERVED: Said = ["this was observed, not answered", "isso foi observado, não respondido"];
const stats = (books: number): Wire =>
  says(200, { avg_price: 1, rating_distribution: [{ total: books }], total_books: books });
/** A data base that groups books gives them in any order. */
const rated = (order: readonly ("One" | "Two")[]): Wire => {
  const totals = { One: 6, Two: 14 };
  const rating_distribution = order.map((rating) => ({ rating, total: totals[rating] }));
  return says(200, { avg_price: 1, rating_distribution, total_books: 20 });
};
const flapping = Array.from({ length: 40 }, (_, index) => stats(index % 2 === 0 ? 25 : 30));

/** A scrape whose answer is lost, and what the statistics say from then on. */
const settled = (
  what: Said,
  seen: Script["gate"],
  end: End,
  reads: Said,
  more: Partial<Case> = {},
): Case => ({
  what,
  wire: resets,
  inputs: { ...QUICK, "on-lost-answer": "settle", "scrape-timeout": "6s" },
  ends: { scrape: end },
  reads,
  ...more,
  script: {
    baseline: stats(20),
    gate: seen ?? [],
    verify: says(200, { features: [], total_records: 25 }),
    ...more.script,
  },
});

export const lostAnswer: FaultClass = {
  id: "lost-answer",
  title: ["A lost answer", "Uma resposta perdida"],
  promise: [
    "A scrape whose answer is lost is never sent again. With `on-lost-answer: settle` the statistics are watched for the rest of its time: only numbers that changed and hold let the run go on, through the same check as any other. Numbers that stayed as they were prove nothing.",
    "Uma coleta cuja resposta se perdeu nunca é enviada de novo. Com `on-lost-answer: settle`, as estatísticas são acompanhadas pelo resto do tempo dela: só números que mudaram e se mantêm deixam a execução seguir, pela mesma conferência de sempre. Números que ficaram como estavam não provam nada.",
  ],
  cases: [
    settled(
      ["numbers that change and hold", "números que mudam e se mantêm"],
      stats(25),
      succeeded(),
      OBSERVED,
    ),
    settled(
      ["numbers that change late, and hold", "números que mudam tarde e se mantêm"],
      [stats(20), stats(20), stats(25), stats(25), stats(25), stats(25), stats(25)],
      succeeded(),
      OBSERVED,
    ),
    settled(
      ["numbers that flap", "números que oscilam"],
      flapping,
      unknown("connection-lost", [1, 0]),
      [
        "The API may still be at work, so this can change.",
        "A API pode ainda estar trabalhando, e isso ainda pode mudar.",
      ],
    ),
    settled(
      ["numbers that never change (a static shop)", "números que nunca mudam (uma loja parada)"],
      stats(20),
      unknown("connection-lost", [1, 0]),
      ["the table held 20 books", "a tabela tinha 20 livros"],
      {
        script: { baseline: stats(20) },
      },
    ),
    settled(
      ["numbers that change their places alone", "números que só trocam de lugar"],
      rated(["Two", "One"]),
      unknown("connection-lost", [1, 0]),
      ["the table held 20 books", "a tabela tinha 20 livros"],
      { script: { baseline: rated(["One", "Two"]) } },
    ),
    settled(
      ["numbers that change to a large drop", "números que mudam para uma grande queda"],
      stats(5),
      failed("data-dropped", [1, 0], { task: "gate" }),
      ["The scrape lost 75 % of the books", "A coleta perdeu 75 % dos livros"],
    ),
    settled(
      ["numbers that nobody can read any more", "números que ninguém mais consegue ler"],
      says(404, {}),
      unknown("connection-lost", [1, 0]),
      ["could not be read (`api-error`)", "não pôde ser lida (`api-error`)"],
    ),
    settled(
      ["no numbers from before the scrape", "sem números de antes da coleta"],
      stats(25),
      unknown("connection-lost", [1, 0]),
      ["the table held 25 books", "a tabela tinha 25 livros"],
      {
        script: { baseline: says(404, {}) },
      },
    ),
    settled(
      [
        "a scrape that said that it failed is not watched",
        "uma coleta que disse que falhou não é acompanhada",
      ],
      stats(25),
      failed("api-error", [1, 0], { heard: { gate: 1 } }),
      ["no attribute", "no attribute"],
      {
        wire: says(500, { error: "'NoneType' object has no attribute 'find'" }),
      },
    ),
    {
      what: [
        "a training whose answer is lost is not watched",
        "um treino cuja resposta se perdeu não é acompanhado",
      ],
      wire: resets,
      inputs: { "on-lost-answer": "settle" },
      ends: { train: unknown("connection-lost", [1, 1], { heard: { gate: 1 } }) },
      reads: [
        "It is not known whether recommendations come from a new model.",
        "Não se sabe se as recomendações vêm de um modelo novo.",
      ],
    },
    settled(
      [
        "a scrape that is silent for all of its time leaves none to watch",
        "uma coleta em silêncio por todo o seu tempo não deixa nenhum para acompanhar",
      ],
      stats(25),
      unknown("timed-out", [1, 0], { heard: { gate: 1 } }),
      ["the table held 25 books", "a tabela tinha 25 livros"],
      {
        wire: stallsAfter(""),
        inputs: { ...QUICK, "on-lost-answer": "settle", "scrape-timeout": "2s" },
      },
    ),
  ],
  elsewhere: [
    {
      what: [
        "a proxy that answers 504 in HTML or JSON, or nothing, while the scrape goes on",
        "um proxy que responde 504 em HTML ou JSON, ou nada, enquanto a coleta continua",
      ],
      ends: [
        "scrape: `unknown`, `api-error` or `connection-lost`",
        "coleta: `unknown`, `api-error` ou `connection-lost`",
      ],
      file: "test/faults/impatient-proxy.test.ts",
      test: "with %s: unknown, and not sent again",
    },
    {
      what: [
        "the same with `settle`, before a real shop",
        "o mesmo com `settle`, diante de uma loja de verdade",
      ],
      ends: ["`succeeded`, observed", "`succeeded`, observado"],
      file: "test/faults/impatient-proxy.test.ts",
      test: "settled: new data that holds is observed, checked and trained on",
    },
  ],
};
