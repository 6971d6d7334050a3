import {
  failed,
  QUICK,
  really,
  succeeded,
  unknown,
  type Case,
  type End,
  type FaultClass,
  type Said,
} from "./case.ts";
import type { Script, Wire } from "./api.ts";
import { body, says } from "./wire.ts";

const NOTHING: Said = ["The scrape collected nothing", "A coleta não trouxe nada"];
const NO_MODEL: Said = ["The training produced no model", "O treino não gerou nenhum modelo"];
const NO_COUNT: Said = [
  "Its `total_records` is missing or is not what it must be.",
  "O campo `total_records` não veio ou não é o que deveria ser.",
];
const NO_LIST: Said = [
  "Its `artifacts_saved` is missing or is not what it must be.",
  "O campo `artifacts_saved` não veio ou não é o que deveria ser.",
];
const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];

const stats = (books: number): Wire =>
  says(200, { avg_price: 1, rating_distribution: [], total_books: books });
const served = (books: number): Wire => says(200, { features: [], total_records: books });
const reported = (books: number): Wire => says(200, { msg: "ok", total_records: books });

const emptyScrape = (what: Said, text: string): Case => ({
  what,
  wire: body(text),
  ends: { scrape: failed("no-data", [1, 0]) },
  reads: NOTHING,
});
const emptyTraining = (what: Said, text: string): Case => ({
  what,
  wire: body(text),
  ends: { train: failed("no-data", [1, 1]) },
  reads: NO_MODEL,
});
const noCount = (what: Said, count: string): Case => ({
  what,
  wire: body(`{"msg": "ok", "total_records": ${count}}`),
  ends: { scrape: unknown("contract-broken", [1, 0]) },
  reads: NO_COUNT,
});
const noList = (what: Said, list: string): Case => ({
  what,
  wire: body(`{"msg": "ok", "artifacts_saved": ${list}}`),
  ends: { train: unknown("contract-broken", [1, 1]) },
  reads: NO_LIST,
});

/** What the gate sees, and how it decides. */
const gate = (
  what: Said,
  script: Script,
  end: End,
  reads: Said,
  inputs: Case["inputs"] = {},
): Case => ({
  what,
  script,
  inputs: { ...QUICK, ...inputs },
  ends: { gate: end },
  reads,
});
const shut = failed("data-dropped", [1, 0]);

const promised = (status: number): Case => ({
  what: [`${status} instead of 200, with the proof`, `${status} em vez de 200, com a prova`],
  wire: says(status, { total_records: 20, artifacts_saved: ["a.pkl"] }),
  inputs: QUICK,
  ends: {
    scrape: unknown("contract-broken", [1, 0]),
    gate: failed("contract-broken", [1, 0], { heard: { gate: 2 } }),
    train: unknown("contract-broken", [1, 1]),
  },
  reads: [`It answered HTTP ${status} to`, `Só HTTP 200 diz que uma chamada terminou.`],
});

export const falseSuccess: FaultClass = {
  id: "false-success",
  title: ["False success", "Falso sucesso"],
  promise: [
    "A run is green only when each task proved its work. The training is not called after a scrape that is not proved, nor after a check that the data did not pass, so that no model learns from bad data.",
    "Uma execução só fica verde quando cada etapa provou o seu trabalho. O treino não é chamado depois de uma coleta sem prova, nem quando os dados não passam na conferência, para que nenhum modelo aprenda com dados ruins.",
  ],
  cases: [
    {
      what: ["200 `Nenhum dado coletado.`", "200 `Nenhum dado coletado.`"],
      world: really("empty-shop"),
      ends: { scrape: failed("no-data", [1, 0]) },
      reads: ["`Nenhum dado coletado.`", "`Nenhum dado coletado.`"],
    },
    emptyScrape(["`total_records` 0", "`total_records` 0"], '{"msg": "ok", "total_records": 0}'),
    emptyScrape(["`total_records` -0", "`total_records` -0"], '{"total_records": -0}'),
    emptyScrape(
      ["`total_records` twice, the last one 0", "`total_records` duas vezes, a última 0"],
      '{"total_records": 20, "total_records": 0}',
    ),
    noCount(["`total_records` negative", "`total_records` negativo"], "-20"),
    noCount(["`total_records` a text", "`total_records` um texto"], '"20"'),
    noCount(["`total_records` 1e309", "`total_records` 1e309"], "1e309"),
    noCount(["`total_records` 1e300", "`total_records` 1e300"], "1e300"),
    noCount(["`total_records` a fraction", "`total_records` uma fração"], "20.5"),
    noCount(["`total_records` `true`", "`total_records` `true`"], "true"),
    noCount(["`total_records` `null`", "`total_records` `null`"], "null"),
    noCount(["`total_records` a list", "`total_records` uma lista"], "[20]"),
    {
      ...noCount(["an error with 200", "um erro com 200"], ""),
      wire: says(200, { error: "connection to server failed" }),
    },
    { ...noCount(["nothing at all with 200", "nada de nada com 200"], ""), wire: says(200, {}) },
    {
      what: [
        "200 `Nenhum dado encontrado para treinamento.`",
        "200 `Nenhum dado encontrado para treinamento.`",
      ],
      world: really("empty-training"),
      ends: { train: failed("no-data", [1, 1]) },
      reads: [
        "`Nenhum dado encontrado para treinamento.`",
        "`Nenhum dado encontrado para treinamento.`",
      ],
    },
    emptyTraining(["no artifacts", "nenhum artefato"], '{"msg": "ok", "artifacts_saved": []}'),
    noList(
      ["artifacts that are no list", "artefatos que não são uma lista"],
      '"tfidf_vectorizer.pkl"',
    ),
    noList(["artifacts that are a number", "artefatos que são um número"], "3"),
    noList(
      ["artifacts that are an object", "artefatos que são um objeto"],
      '{"0": "a.pkl", "length": 1}',
    ),
    noList(["artifacts without names", "artefatos sem nomes"], "[null]"),
    noList(["artifacts that are lists", "artefatos que são listas"], '[["a.pkl"]]'),
    noList(["artifacts `null`", "artefatos `null`"], "null"),
    {
      what: ["the success of another call", "o sucesso de outra chamada"],
      script: { scrape: says(200, { artifacts_saved: ["a.pkl"], msg: "ok" }) },
      ends: { scrape: failed("no-data", [1, 0]) },
      reads: NOTHING,
    },
    ...[201, 202, 205, 206].map(promised),
    {
      ...promised(204),
      what: ["204, without a body", "204, sem corpo"],
      wire: says(204, ""),
    },
    gate(
      ["fewer than half of the records", "menos da metade dos registros"],
      { scrape: reported(8), gate: stats(8) },
      shut,
      [
        "The scrape lost 60 % of the books, so the model was not retrained",
        "A coleta perdeu 60 % dos livros, então o modelo não foi treinado de novo",
      ],
    ),
    gate(
      [
        "exactly half of the records, which passes",
        "exatamente a metade dos registros, o que passa",
      ],
      { scrape: reported(10), gate: stats(10), verify: served(10) },
      succeeded(),
      ["10 books refreshed", "10 livros atualizados"],
    ),
    gate(
      ["fewer than `min-records`", "menos que `min-records`"],
      {},
      shut,
      ["The scrape collected only 20 books", "A coleta trouxe apenas 20 livros"],
      { "min-records": "100" },
    ),
    gate(
      ["stored is fewer than reported", "armazenados são menos que os informados"],
      { gate: stats(19), verify: served(19) },
      shut,
      [
        "It reported 20 books, but the table holds 19.",
        "Ela informou 20 livros, mas a tabela tem 19.",
      ],
    ),
    gate(
      ["stored is more than reported", "armazenados são mais que os informados"],
      { gate: stats(21), verify: served(21) },
      shut,
      [
        "It reported 20 books, but the table holds 21.",
        "Ela informou 20 livros, mas a tabela tem 21.",
      ],
    ),
    gate(["stored is nothing", "nada armazenado"], { gate: stats(0), verify: served(0) }, shut, [
      "It reported 20 books, but the table holds 0.",
      "Ela informou 20 livros, mas a tabela tem 0.",
    ]),
    {
      what: ["statistics an hour old, from a cache", "estatísticas de uma hora atrás, de um cache"],
      world: really("stale-stats"),
      ends: { gate: succeeded([1, 1], { heard: { verify: 2 } }) },
      reads: [
        "The API's statistics are out of date",
        "As estatísticas da API estão desatualizadas",
      ],
    },
    gate(
      [
        "statistics unreadable after the scrape (404)",
        "estatísticas ilegíveis depois da coleta (404)",
      ],
      { gate: says(404, { msg: "Nenhuma estatística disponível" }) },
      failed("api-error", [1, 0]),
      [
        "the API says that it collected 20 books. How many it stored is not known.",
        "a API diz que coletou 20 livros. Não se sabe quantos ela armazenou.",
      ],
    ),
    gate(
      ["statistics that count nothing", "estatísticas que não contam nada"],
      { gate: says(200, { total_books: "20" }) },
      failed("contract-broken", [1, 0]),
      [
        "Its `total_books` is missing or is not what it must be.",
        "O campo `total_books` não veio ou não é o que deveria ser.",
      ],
    ),
    gate(
      [
        "statistics and features disagree, and the features are unreadable",
        "estatísticas e features discordam, e as features estão ilegíveis",
      ],
      { gate: stats(8), verify: says(500, "<h1>Oops</h1>") },
      failed("api-error", [1, 0]),
      [
        "It answered HTTP 500 to `GET /api/v1/ml/features`",
        "A resposta a `GET /api/v1/ml/features` foi HTTP 500",
      ],
    ),
    gate(
      ["no statistics before the scrape", "sem estatísticas antes da coleta"],
      { baseline: says(404, { msg: "Nenhuma estatística disponível" }) },
      succeeded(),
      [
        "There was nothing to compare with, so the check could only use `min-records`.",
        "Não havia com o que comparar, e a conferência só pôde usar `min-records`.",
      ],
    ),
    gate(
      ["no statistics and no features at all", "sem estatísticas e sem features"],
      {},
      succeeded([1, 1], { heard: { baseline: 0, gate: 0, verify: 0 } }),
      ["What is stored was not checked", "O que ficou armazenado não foi conferido"],
      { "stats-path": "none", "features-path": "none" },
    ),
    gate(
      ["no statistics, and the features differ", "sem estatísticas, e as features discordam"],
      { verify: served(8) },
      shut,
      [
        "It reported 20 books, but the table holds 8.",
        "Ela informou 20 livros, mas a tabela tem 8.",
      ],
      { "stats-path": "none" },
    ),
    {
      what: ["readers get fewer than what is stored", "os leitores recebem menos que o armazenado"],
      wire: served(8),
      ends: { verify: succeeded() },
      reads: [
        "Readers get 8 books, but the table holds 20.",
        "Os leitores recebem 8 livros, mas a tabela tem 20.",
      ],
    },
    {
      what: ["an empty table before the first scrape", "uma tabela vazia antes da primeira coleta"],
      script: { baseline: stats(0) },
      ends: { gate: succeeded() },
      reads: REFRESHED,
    },
  ],
  elsewhere: [
    {
      what: ["halved yesterday, and as few today", "a metade ontem, e tão poucos quanto hoje"],
      ends: ["gate: `failed`, `data-dropped`", "conferência: `failed`, `data-dropped`"],
      file: "test/scenarios/memory.test.ts",
      test: "the day after half a scrape, as few are as wrong as the day before",
    },
  ],
};
