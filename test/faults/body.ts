import { gzipSync } from "node:zlib";
import {
  failed,
  IMPATIENT,
  lost,
  lostEffect,
  QUICK,
  really,
  succeeded,
  unknown,
  type Case,
  type End,
  type FaultClass,
  type Said,
  onlyAt,
} from "./case.ts";
import { body as says, CHUNKED, KIB, OK, pours, raw, stallsAfter, trickles } from "./wire.ts";

const MIB = KIB.repeat(1024);
const BROKE_OFF: Said = ["The answer broke off half way", "A resposta foi cortada no meio"];
const IN_TIME: Said = [
  "No complete answer came within 2.0 s",
  "Nenhuma resposta completa chegou em 2,0 s",
];
const TOO_LARGE: Said = [
  "Its body is larger than 1,024 KiB. The rest was not read.",
  "O corpo passa de 1.024 KiB. O resto não foi lido.",
];
const TRAINING_TOO_LARGE: Said = [
  "Its body is larger than 2,560 KiB. The rest was not read.",
  "O corpo passa de 2.560 KiB. O resto não foi lido.",
];
const SERVED: Said = [
  "served to readers (too many to count)",
  "no ar para os leitores (são livros demais para contar)",
];
const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];
const NOT_UTF8: Said = ["It is not UTF-8 text.", "Ela não é um texto em UTF-8."];
const EMPTY: Said = ["It is empty.", "Ela está vazia."];
const NO_TOKEN: Said = [
  "its answer holds no usable `access_token`",
  "a resposta não traz um `access_token` utilizável",
];
const NO_COUNT: Said = [
  "Its `total_records` is missing or is not what it must be.",
  "O campo `total_records` não veio ou não é o que deveria ser.",
];
const NO_LIST: Said = [
  "Its `artifacts_saved` is missing or is not what it must be.",
  "O campo `artifacts_saved` não veio ou não é o que deveria ser.",
];

const noToken: End = failed("contract-broken", [0, 0], { heard: { login: 1 }, reads: NO_TOKEN });

const cut = (what: Said, bytes: string): Case => ({
  what,
  wire: raw(bytes),
  inputs: QUICK,
  ends: lost("connection-lost"),
  reads: BROKE_OFF,
});

const silence = (what: Said, wire: NonNullable<Case["wire"]>): Case => ({
  what,
  wire,
  inputs: IMPATIENT,
  ends: {
    health: failed("timed-out", [0, 0]),
    login: failed("timed-out", [0, 0], { heard: { login: 1 } }),
    scrape: unknown("timed-out", [1, 0]),
    gate: failed("timed-out", [1, 0], { heard: { gate: 1 } }),
    train: unknown("timed-out", [1, 1]),
  },
  reads: IN_TIME,
});

const endless = (what: Said, wire: NonNullable<Case["wire"]>): Case => ({
  what,
  wire,
  inputs: QUICK,
  ends: {
    ...lost("response-too-large"),
    train: unknown("response-too-large", [1, 1], { reads: TRAINING_TOO_LARGE }),
    verify: succeeded([1, 1], { reads: SERVED }),
  },
  reads: TOO_LARGE,
});

const unreadable = (what: Said, wire: NonNullable<Case["wire"]>, reads: Said): Case => ({
  what,
  wire,
  inputs: QUICK,
  ends: { ...lost("contract-broken"), login: noToken },
  reads,
});

const notJson = (what: Said, text: string, excerpt: string): Case => ({
  what,
  wire: says(text),
  ends: lostEffect("contract-broken"),
  reads: [`It is not JSON. It begins: ${excerpt}.`, `Ela não é JSON. Começa assim: ${excerpt}.`],
});

const wrongShape = (what: Said, text: string): Case => ({
  what,
  wire: says(text),
  ends: {
    login: noToken,
    scrape: unknown("contract-broken", [1, 0]),
    train: unknown("contract-broken", [1, 1], { reads: NO_LIST }),
  },
  reads: NO_COUNT,
});

const proof = (what: Said, text: string): Case => ({
  what,
  wire: says(text),
  ends: { scrape: succeeded(), train: succeeded() },
  reads: REFRESHED,
});

const PROOF = '{"total_records": 20, "artifacts_saved": ["a.pkl"]}';
const HTML = "<html><head><title>Welcome to the Wi-Fi</title></head><body>Log in</body></html>";
const NESTED = "[".repeat(100_000) + "]".repeat(100_000);
const ZIPPED = gzipSync(PROOF);

export const body: FaultClass = {
  id: "body",
  title: ["The body of an answer", "O corpo da resposta"],
  promise: [
    "The deadline covers the last byte. At most 1 MiB is read (2.5 MiB of a training, 8 MiB of the features), and a run never holds more than 100 MB, whatever is sent. An answer of 200 that cannot be read proves nothing.",
    "O prazo vale até o último byte. No máximo 1 MiB é lido (2,5 MiB de um treino, 8 MiB das features), e uma execução nunca ocupa mais de 100 MB, seja o que for que chegue. Uma resposta 200 que não pode ser lida não prova nada.",
  ],
  cases: [
    cut(
      ["cut before its length", "cortado antes do seu tamanho"],
      `${OK}Content-Length: 100\r\n\r\n{"total_rec`,
    ),
    ...onlyAt(
      ["scrape", "train"],
      [
        cut(["cut between chunks", "cortado entre chunks"], `${CHUNKED}6\r\n{"tota\r\n`),
        cut(["cut within a chunk", "cortado dentro de um chunk"], `${CHUNKED}60\r\n{"tota`),
      ],
    ),
    {
      what: ["cut by the API, after its work", "cortado pela API, depois do trabalho dela"],
      world: (stage, script, task) =>
        really(task === "scrape" ? "cut-answer" : "cut-training")(stage, script, task),
      ends: {
        scrape: unknown("connection-lost", [1, 0], {
          reads: [
            "right after that call the table held 20 books. It held 0 before.",
            "logo depois dessa chamada, a tabela tinha 20 livros. Antes, tinha 0.",
          ],
        }),
        train: unknown("connection-lost", [1, 1]),
      },
      reads: [
        "It is not known whether recommendations come from a new model.",
        "Não se sabe se as recomendações vêm de um modelo novo.",
      ],
    },
    silence(
      ["stalled", "parado no meio"],
      stallsAfter(`${OK}Content-Length: 100\r\n\r\n{"total_rec`),
    ),
    ...onlyAt(
      ["scrape", "train"],
      [
        silence(
          ["stalled before its first byte", "parado antes do primeiro byte"],
          stallsAfter(`${OK}Content-Length: 100\r\n\r\n`),
        ),
        silence(
          ["a byte at a time, past the deadline", "um byte de cada vez, além do prazo"],
          trickles,
        ),
      ],
    ),
    endless(["endless, in chunks", "sem fim, em chunks"], pours(CHUNKED, `400\r\n${KIB}\r\n`)),
    ...onlyAt(
      ["scrape"],
      [endless(["endless, without a length", "sem fim, sem tamanho"], pours(`${OK}\r\n`, KIB))],
    ),
    {
      what: ["endless, in chunks of one byte", "sem fim, em chunks de um byte"],
      wire: pours(CHUNKED, "1\r\n \r\n".repeat(1024)),
      inputs: QUICK,
      ends: { scrape: unknown("response-too-large", [1, 0]) },
      reads: TOO_LARGE,
    },
    ...onlyAt(
      ["scrape", "train", "verify"],
      [
        endless(
          ["200 MB, and it says so", "200 MB, e avisa antes"],
          pours(`${OK}Content-Length: ${200 * MIB.length}\r\n\r\n`, MIB, 200 * MIB.length),
        ),
      ],
    ),
    unreadable(
      ["compressed, though nobody asked", "comprimido sem ninguém pedir"],
      says(ZIPPED, "Content-Encoding: gzip\r\n"),
      [
        "It came compressed (`gzip`), although nobody asked for that.",
        "Ela veio comprimida (`gzip`) sem que ninguém pedisse.",
      ],
    ),
    ...onlyAt(
      ["login", "scrape"],
      [
        unreadable(
          ["compressed, and it does not say so", "comprimido sem avisar"],
          says(ZIPPED),
          NOT_UTF8,
        ),
        unreadable(
          ["bad UTF-8", "UTF-8 inválido"],
          says(Buffer.from('{"msg": "Usu\xe1rio"}', "latin1")),
          NOT_UTF8,
        ),
        unreadable(["UTF-16", "UTF-16"], says(Buffer.from(`\ufeff${PROOF}`, "utf16le")), NOT_UTF8),
        unreadable(["empty", "vazio"], says(""), EMPTY),
        unreadable(["empty, without a length", "vazio, sem tamanho"], raw(`${OK}\r\n`), EMPTY),
      ],
    ),
    {
      what: ["HTML with 200", "HTML com 200"],
      wire: says(HTML),
      inputs: QUICK,
      ends: { ...lost("contract-broken"), login: noToken },
      reads: [
        "It is not JSON. It begins: `Welcome to the Wi-Fi Log in`.",
        "Ela não é JSON. Começa assim: `Welcome to the Wi-Fi Log in`.",
      ],
    },
    ...onlyAt(
      ["scrape"],
      [
        notJson(
          ["JSON cut within its length", "JSON cortado dentro do seu tamanho"],
          '{"total_records": 2',
          '`{"total_records": 2`',
        ),
        notJson(
          ["two answers in one", "duas respostas em uma"],
          `${PROOF}${PROOF}`,
          `\`${PROOF}${PROOF}\``,
        ),
        notJson(["NaN", "NaN"], '{"total_records": NaN}', '`{"total_records": NaN}`'),
        notJson(
          ["Python instead of JSON", "Python em vez de JSON"],
          "{'total_records': 20}",
          "`{'total_records': 20}`",
        ),
      ],
    ),
    {
      what: ["nothing but NULs", "só NULs"],
      wire: says("\0\0\0\0"),
      ends: lostEffect("contract-broken"),
      reads: EMPTY,
    },
    wrongShape(["`null`", "`null`"], "null"),
    ...onlyAt(
      ["scrape"],
      [
        wrongShape(["a number", "um número"], "20"),
        wrongShape(["a text", "um texto"], '"total_records"'),
        wrongShape(
          ["an array", "um array"],
          '[{"total_records": 20, "artifacts_saved": ["a.pkl"]}]',
        ),
      ],
    ),
    ...onlyAt(
      ["train"],
      [
        wrongShape(["nested 100,000 deep", "aninhado em 100.000 níveis"], NESTED),
        wrongShape(["proof in `__proto__`", "a prova em `__proto__`"], `{"__proto__": ${PROOF}}`),
        wrongShape(["proof in another object", "a prova em outro objeto"], `{"data": ${PROOF}}`),
      ],
    ),
    proof(["a byte order mark", "uma marca de ordem de bytes (BOM)"], `\ufeff${PROOF}`),
    {
      ...proof(["an encoding without a name", "uma codificação sem nome"], PROOF),
      wire: says(PROOF, "Content-Encoding: \r\n"),
    },
    proof(
      ["`__proto__` beside the proof", "`__proto__` ao lado da prova"],
      `{"__proto__": {"a": 1}, "constructor": 1, ${PROOF.slice(1)}`,
    ),
    proof(
      ["nested 100,000 deep beside the proof", "100.000 níveis ao lado da prova"],
      `{"deep": ${NESTED}, ${PROOF.slice(1)}`,
    ),
    proof(
      ["900 KB of blanks before the proof", "900 KB de espaços antes da prova"],
      " ".repeat(900 * 1024) + PROOF,
    ),
    {
      what: ["proof in chunks of one byte", "a prova em chunks de um byte"],
      wire: raw(`${CHUNKED}${Array.from(PROOF, (byte) => `1\r\n${byte}\r\n`).join("")}0\r\n\r\n`),
      ends: { scrape: succeeded(), train: succeeded() },
      reads: REFRESHED,
    },
    {
      what: ["proof that ends with its connection", "a prova que termina com a conexão"],
      wire: raw(`HTTP/1.0 200 OK\r\n\r\n${PROOF}`),
      ends: { scrape: succeeded(), train: succeeded() },
      reads: REFRESHED,
    },
    {
      what: [
        "a connection that stays open after it",
        "uma conexão que continua aberta depois dele",
      ],
      wire: stallsAfter(`${OK}Content-Length: ${PROOF.length}\r\n\r\n${PROOF}`),
      ends: { scrape: succeeded(), train: succeeded() },
      reads: REFRESHED,
    },
  ],
};
