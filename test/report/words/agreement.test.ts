import { expect, test } from "@jest/globals";
import { createFormat } from "../../../src/report/format.ts";
import { markdownVoice, type Voice } from "../../../src/report/voice.ts";
import { WORDS } from "../../../src/report/words/index.ts";
import type { Opening, SummaryWords } from "../../../src/report/words/words.ts";

const started = (startedBy: Opening["startedBy"]): Opening => ({
  tookMs: 72_000,
  startedAt: new Date("2026-11-22T09:21:00Z"),
  timeZone: "America/Sao_Paulo",
  startedBy,
  work: undefined,
  late: undefined,
});
const BEFORE = { kind: "before" } as const;
const counted = (records: number) => ({ kind: "counted", records }) as const;
const differs = (stored: number, served: number) => ({ kind: "differs", stored, served }) as const;

type Say = (words: SummaryWords, voice: Voice) => string;
const CASES: readonly (readonly [en: string, pt: string, say: Say])[] = [
  ["1 book refreshed", "1 livro atualizado", (w, v) => w.refreshed(1, v)],
  ["1,000 books refreshed", "1.000 livros atualizados", (w, v) => w.refreshed(1000, v)],
  ["1 model artifact trained", "1 artefato do modelo gerado", (w, v) => w.trained(1, v)],
  ["3 model artifacts trained", "3 artefatos do modelo gerados", (w, v) => w.trained(3, v)],
  [
    "1 more book than before.",
    "1 livro a mais do que antes.",
    (w, v) => w.change(10, 9, BEFORE, v),
  ],
  [
    "2 fewer books than before.",
    "2 livros a menos do que antes.",
    (w, v) => w.change(8, 10, BEFORE, v),
  ],
  [
    "As many books as before.",
    "A mesma quantidade de livros de antes.",
    (w, v) => w.change(5, 5, BEFORE, v),
  ],
  [
    "1 more book than yesterday.",
    "1 livro a mais do que ontem.",
    (w, v) => w.change(10, 9, { kind: "yesterday" }, v),
  ],
  [
    "As many books as earlier today.",
    "A mesma quantidade de livros de mais cedo hoje.",
    (w, v) => w.change(5, 5, { kind: "today" }, v),
  ],
  [
    "3 fewer books than in the last good run, on 19 Nov.",
    "3 livros a menos do que na última execução bem-sucedida, em 19/11.",
    (w, v) => w.change(7, 10, { kind: "last-good", at: new Date("2026-11-19T09:21:00Z") }, v),
  ],
  [
    "**1 book**, collected by try 1; not repeated",
    "**1 livro** da tentativa 1; a coleta não foi repetida",
    (w, v) => w.results.resumed(1, 1, v),
  ],
  ["as `etl`", "usuário `etl`", (w, v) => w.results.login("etl", v)],
  ["not known", "não se sabe", (w, v) => w.results.baseline(undefined, v)],
  ["1 book before", "1 livro antes", (w, v) => w.results.baseline(1, v)],
  ["**1 book** collected", "**1 livro** coletado", (w, v) => w.results.scrape(1, v)],
  ["**2 books** collected", "**2 livros** coletados", (w, v) => w.results.scrape(2, v)],
  [
    "1 stored, 2 reported, 3 before",
    "1 armazenado, 2 informados, 3 antes",
    (w, v) => w.results.gate({ stored: 1, reported: 2, before: 3 }, v),
  ],
  [
    "1 reported",
    "1 informado",
    (w, v) => w.results.gate({ stored: undefined, reported: 1, before: undefined }, v),
  ],
  ["**1 artifact**", "**1 artefato**", (w, v) => w.results.train(1, v)],
  ["**3 artifacts**", "**3 artefatos**", (w, v) => w.results.train(3, v)],
  ["not known", "não se sabe", (w, v) => w.results.verify(undefined, v)],
  [
    "1 book served to readers",
    "1 livro no ar para os leitores",
    (w, v) => w.results.verify(counted(1), v),
  ],
  [
    "served to readers (too many to count)",
    "no ar para os leitores (são livros demais para contar)",
    (w, v) => w.results.verify({ kind: "too-large", limitBytes: 1 }, v),
  ],
  [
    "1 request, settings, versions",
    "1 requisição, configurações, versões",
    (w, v) => w.details(1, v),
  ],
  [
    "8 requests, settings, versions",
    "8 requisições, configurações, versões",
    (w, v) => w.details(8, v),
  ],
  ["and 3 more", "e mais 3", (w, v) => w.more(3, v)],
  [
    "Before the API was ready, it said once that it was not. Once is normal after its database restarts.",
    "Antes de ficar pronta, a API disse uma vez que não estava. Uma vez é normal depois que o banco de dados dela reinicia.",
    (w, v) => w.notes["false-alarm"]({ kind: "false-alarm", times: 1 }, v),
  ],
  [
    "Readers get 1 book, but the table holds 20.",
    "Os leitores recebem 1 livro, mas a tabela tem 20.",
    (w, v) => w.notes["not-served"]({ kind: "not-served", problem: differs(20, 1) }, v),
  ],
  [
    "Took **1 min 12 s**. Started by the schedule on 22 Nov 2026 at 06:21 (America/Sao_Paulo).",
    "Durou **1 min 12 s**. Execução iniciada pelo agendamento em 22 de nov. de 2026 às 06:21 (America/Sao_Paulo).",
    (w, v) => w.opening(started("schedule"), v),
  ],
  [
    "Took **1 min 12 s**. Started by the button on 22 Nov 2026 at 06:21 (America/Sao_Paulo).",
    "Durou **1 min 12 s**. Execução iniciada manualmente em 22 de nov. de 2026 às 06:21 (America/Sao_Paulo).",
    (w, v) => w.opening(started("button"), v),
  ],
  [
    "Took **1 min 12 s**. Started on 22 Nov 2026 at 06:21 (America/Sao_Paulo).",
    "Durou **1 min 12 s**. Execução iniciada em 22 de nov. de 2026 às 06:21 (America/Sao_Paulo).",
    (w, v) => w.opening(started("other"), v),
  ],
  [
    "Took **1 min 12 s**, of which X. Started by the schedule on 22 Nov 2026 at 06:21 (America/Sao_Paulo), 4 min late (due at 06:17).",
    "Durou **1 min 12 s**, of which X. Execução iniciada pelo agendamento em 22 de nov. de 2026 às 06:21 (America/Sao_Paulo), com 4 min de atraso (prevista para as 06:17).",
    (w, v) =>
      w.opening(
        {
          ...started("schedule"),
          work: "of which X",
          late: { dueAt: new Date("2026-11-22T09:17:00Z"), ms: 240_000 },
        },
        v,
      ),
  ],
  ...(
    [
      ["03:05", "00:05", "à 00:05"],
      ["04:05", "01:05", "à 01:05"],
      ["05:05", "02:05", "às 02:05"],
      ["13:05", "10:05", "às 10:05"],
      ["14:05", "11:05", "às 11:05"],
    ] as const
  ).map(([utc, time, hour]): readonly [string, string, Say] => [
    `Took **1 min 12 s**. Started on 22 Nov 2026 at ${time} (America/Sao_Paulo), 1 min late (due at ${time}).`,
    `Durou **1 min 12 s**. Execução iniciada em 22 de nov. de 2026 ${hour} (America/Sao_Paulo), com 1 min de atraso (prevista para ${hour.replace("à", "a")}).`,
    (w, v) => {
      const startedAt = new Date(`2026-11-22T${utc}:00Z`);
      return w.opening(
        { ...started("other"), startedAt, late: { dueAt: startedAt, ms: 60_000 } },
        v,
      );
    },
  ]),
  [
    "The API's statistics are out of date: they say 20 books, but 1 is served. They probably come from a cache.",
    "As estatísticas da API estão desatualizadas: elas indicam 20 livros, mas os leitores recebem 1. Provavelmente elas vêm de um cache.",
    (w, v) => w.notes["stale-stats"]({ kind: "stale-stats", stats: 20, features: 1 }, v),
  ],
];

test.each(CASES)("%s — %s", (en, pt, say) => {
  expect([inEnglish(say), inPortuguese(say)]).toEqual([en, pt]);
});

function inEnglish(say: Say): string {
  return withSpaces(say(WORDS.en.summary, markdownVoice(createFormat("en", "America/Sao_Paulo"))));
}

function inPortuguese(say: Say): string {
  const voice = markdownVoice(createFormat("pt-BR", "America/Sao_Paulo"));
  return withSpaces(say(WORDS["pt-BR"].summary, voice));
}

/** So that the table above is easy to read and to write. */
function withSpaces(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
