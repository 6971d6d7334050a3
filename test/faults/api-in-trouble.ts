import type { Api, Call } from "./api.ts";
import {
  failed,
  lost,
  onlyAt,
  QUICK,
  really,
  succeeded,
  unknown,
  type Case,
  type FaultClass,
  type Said,
} from "./case.ts";
import { ASIDE } from "./stage.ts";
import { says } from "./wire.ts";

const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];
const DOWN = says(200, { api_status: "OK", db_status: "DOWN" });
const ONCE: Said = [
  "Before the API was ready, it said once that it was not.",
  "Antes de ficar pronta, a API disse uma vez que não estava.",
];
const PSYCOPG =
  '(psycopg2.OperationalError) connection to server at "127.0.0.1", port 55432 failed: Connection refused\n\tIs the server running?\n(Background on this error at: https://sqlalche.me/e/20/e3q8)';

const unhealthy = (what: Said, wire: Case["wire"], reads: Said): Case => ({
  what,
  ...(wire ? { wire } : {}),
  inputs: { ...QUICK, "warm-up": "2s" },
  ends: { health: failed("api-unhealthy", [0, 0]) },
  reads,
});

const PAGE = "<html><head><title>Oops</title></head></html>";
const OOPS = { error: "Oops" };
const status = (
  code: number,
  content: object | string,
  ends: Case["ends"],
  kind: string,
): Case => ({
  what: [`${code} in ${kind}`, `${code} em ${kind}`],
  wire: says(code, content),
  ends,
  reads: [`HTTP ${code}`, `HTTP ${code}`],
});
const refusedEffect: Case["ends"] = {
  scrape: failed("api-error", [1, 0]),
  train: failed("api-error", [1, 1]),
};
const lostEffect: Case["ends"] = {
  scrape: unknown("api-error", [1, 0]),
  train: unknown("api-error", [1, 1]),
};

/** The API goes away with its answer to a task. */
const goingAway =
  (after: "baseline" | "gate"): NonNullable<Case["world"]> =>
  async (stage, script) => {
    const leaves = ({ socket, normal }: Call) => {
      api.leave();
      socket.end(normal());
    };
    const api: Api = await stage.api({ ...script, [after]: leaves }, { host: ASIDE });
    return { url: `http://${ASIDE}:${api.port}` };
  };

/** The same, but it comes back with another key as soon as it is missed. */
const restarting =
  (after: "baseline" | "gate"): NonNullable<Case["world"]> =>
  async (stage, script, task) => {
    const { url = "" } = await goingAway(after)(stage, script, task);
    let isMissed = false;
    const onLine = (line: string) => {
      if (isMissed || !/Trying again in|Nova tentativa em/.test(line)) return;
      isMissed = true;
      void stage.api({}, { host: ASIDE, port: Number(new URL(url).port) });
    };
    return { url, onLine };
  };

export const apiInTrouble: FaultClass = {
  id: "api-in-trouble",
  title: ["An API in trouble", "Uma API com problemas"],
  promise: [
    "The health page is asked until the API and its database are up, at most for `warm-up`. An error in the API's own words says that the work failed; an error of something in between leaves it unknown.",
    "A verificação de saúde é repetida até a API e o banco de dados estarem no ar, no máximo por `warm-up`. Um erro nas palavras da própria API diz que o trabalho falhou; um erro de algo no meio do caminho deixa o resultado desconhecido.",
  ],
  cases: [
    {
      what: ["health DOWN, then UP", "saúde DOWN, depois UP"],
      wire: [DOWN],
      ends: { health: succeeded([1, 1], { heard: { health: 2 } }) },
      reads: ONCE,
    },
    {
      what: ["a database that has just restarted", "um banco de dados que acabou de reiniciar"],
      world: really("database-restarted"),
      ends: { health: succeeded([1, 1], { heard: { health: 2 } }) },
      reads: ONCE,
    },
    {
      ...unhealthy(["a database that is down", "um banco de dados fora do ar"], undefined, [
        "db_status DOWN",
        "db_status DOWN",
      ]),
      world: really("database-down"),
    },
    unhealthy(["up, but HTML", "no ar, mas HTML"], says(200, "<title>Welcome to nginx!</title>"), [
      "The health check was answered, but not as the books API does",
      "A verificação de saúde teve resposta, mas não a da API de livros",
    ]),
    unhealthy(["up, but another JSON", "no ar, mas outro JSON"], says(200, { status: "ok" }), [
      "The health check was answered, but not as the books API does",
      "A verificação de saúde teve resposta, mas não a da API de livros",
    ]),
    unhealthy(
      ["health in lower case", "saúde em minúsculas"],
      says(200, { api_status: "ok", db_status: "up" }),
      ["api_status ok, db_status up", "api_status ok, db_status up"],
    ),
    unhealthy(["health with 500", "saúde com 500"], says(500, PAGE), [
      "The API answers, but only with an error",
      "A API responde, mas só com um erro",
    ]),
    unhealthy(["health with 503", "saúde com 503"], says(503, PAGE), [
      "The API answers, but only with an error",
      "A API responde, mas só com um erro",
    ]),
    {
      what: ["health with 404", "saúde com 404"],
      wire: says(404, PAGE),
      ends: { health: failed("api-error", [0, 0], { heard: { health: 1 } }) },
      reads: ["The API does not know this call", "A API não reconhece esta chamada"],
    },
    {
      what: ["the database stops in mid-scrape", "o banco de dados para no meio da coleta"],
      wire: says(500, { error: PSYCOPG }),
      script: { gate: says(404, { msg: "Nenhuma estatística disponível" }) },
      inputs: QUICK,
      ends: { scrape: failed("api-error", [1, 0]) },
      reads: [
        "could not be read (`api-error`) after that call. It held 20 books before.",
        "não pôde ser lida (`api-error`) depois dessa chamada. Antes, ela tinha 20 livros.",
      ],
    },
    {
      what: ["the shop was redesigned", "a loja mudou de cara"],
      world: really("redesigned-shop"),
      ends: { scrape: failed("api-error", [1, 0]) },
      reads: ["has no attribute", "has no attribute"],
    },
    {
      what: [
        "the API crashes, with a debugger's page",
        "a API quebra, com uma página de depurador",
      ],
      world: really("crash"),
      ends: { scrape: unknown("api-error", [1, 0]) },
      reads: ["HTTP 500", "HTTP 500"],
    },
    {
      what: ["the API crashes under gunicorn", "a API quebra sob o gunicorn"],
      world: really("crash", "gunicorn"),
      ends: { scrape: unknown("api-error", [1, 0]) },
      reads: ["HTTP 500", "HTTP 500"],
    },
    {
      what: [
        "the API restarts before the scrape, with a new key",
        "a API reinicia antes da coleta, com uma chave nova",
      ],
      world: restarting("baseline"),
      ends: { scrape: succeeded([2, 1], { heard: { login: 2 } }) },
      reads: REFRESHED,
    },
    {
      what: [
        "the API restarts between scrape and training, with a new key",
        "a API reinicia entre a coleta e o treino, com uma chave nova",
      ],
      world: restarting("gate"),
      ends: { train: succeeded([1, 2], { heard: { login: 2 } }) },
      reads: REFRESHED,
    },
    {
      what: [
        "the API goes away for good before the scrape",
        "a API sai do ar de vez antes da coleta",
      ],
      world: goingAway("baseline"),
      inputs: QUICK,
      ends: { scrape: failed("api-unreachable", [0, 0]) },
      reads: ["the connection was refused", "a conexão foi recusada"],
    },
    {
      what: [
        "the API goes away for good before the training",
        "a API sai do ar de vez antes do treino",
      ],
      world: goingAway("gate"),
      inputs: QUICK,
      ends: { train: failed("api-unreachable", [1, 0]) },
      reads: ["the connection was refused", "a conexão foi recusada"],
    },
    status(500, OOPS, refusedEffect, "JSON"),
    status(501, OOPS, refusedEffect, "JSON"),
    status(404, PAGE, refusedEffect, "HTML"),
    ...onlyAt(
      ["scrape"],
      [400, 422, 499].map((code) => status(code, PAGE, refusedEffect, "HTML")),
    ),
    status(500, PAGE, lostEffect, "HTML"),
    ...onlyAt(
      ["train"],
      [501, 599].map((code) => status(code, PAGE, lostEffect, "HTML")),
    ),
    ...[408, 502, 503, 504].map((code) => status(code, PAGE, lostEffect, "HTML")),
    ...[408, 502, 503, 504].map((code) => status(code, OOPS, lostEffect, "JSON")),
    {
      what: ["500 in JSON without the API's words", "500 em JSON sem as palavras da API"],
      wire: says(500, { message: "Internal Server Error" }),
      ends: lostEffect,
      reads: ["HTTP 500", "HTTP 500"],
    },
    ...[600, 999].map((code): Case => ({
      what: [`a status that does not exist (${code})`, `um status que não existe (${code})`],
      wire: says(code, OOPS),
      ends: {
        scrape: unknown("contract-broken", [1, 0]),
        train: unknown("contract-broken", [1, 1]),
      },
      reads: ["What came back is not HTTP.", "O que chegou não é HTTP."],
    })),
    {
      what: ["500 from what only reads, for ever", "500 de uma leitura, para sempre"],
      wire: says(500, PAGE),
      inputs: QUICK,
      ends: {
        login: lost("api-error").login ?? succeeded(),
        gate: lost("api-error").gate ?? succeeded(),
      },
      reads: ["HTTP 500", "HTTP 500"],
    },
    {
      what: ["500 from what only reads, once", "500 de uma leitura, uma vez"],
      wire: [says(500, PAGE)],
      ends: {
        login: succeeded([1, 1], { heard: { login: 2 } }),
        baseline: succeeded([1, 1], { heard: { baseline: 2 } }),
        gate: succeeded([1, 1], { heard: { gate: 2 } }),
        verify: succeeded([1, 1], { heard: { verify: 2 } }),
      },
      reads: REFRESHED,
    },
  ],
  elsewhere: [
    {
      what: ["two pipelines at once", "dois pipelines ao mesmo tempo"],
      ends: ["each one as if it were alone", "cada um como se estivesse sozinho"],
      file: "test/faults/api-in-trouble.test.ts",
      test: "two pipelines at once",
    },
  ],
};
