import {
  failed,
  IMPATIENT,
  lost,
  lostEffect,
  QUICK,
  succeeded,
  unknown,
  type Case,
  type FaultClass,
  type Said,
  onlyAt,
} from "./case.ts";
import { KIB, OK, pours, raw, stallsAfter, thenNormal } from "./wire.ts";

const IN_TIME: Said = [
  "No complete answer came within 2.0 s",
  "Nenhuma resposta completa chegou em 2,0 s",
];
const TOO_LARGE: Said = [
  "Its headers are larger than 64 KiB. The rest was not read.",
  "Os cabeçalhos passam de 64 KiB. O resto não foi lido.",
];
const NOT_HTTP: Said = ["What came back is not HTTP.", "O que chegou não é HTTP."];
const NO_ANSWER: Said = [
  "The request went out, and no answer came back",
  "A requisição saiu, e nenhuma resposta voltou",
];
const NOTHING_TO_COMPARE: Said = [
  "There was nothing to compare with, so the check could only use `min-records`.",
  "Não havia com o que comparar, e a conferência só pôde usar `min-records`.",
];

const LENGTHS = "Content-Length: 20\r\nContent-Length: 4\r\n\r\n{}";
const BOTH = "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";

const garbage = (what: Said, bytes: string | Buffer): Case => ({
  what,
  wire: raw(bytes),
  inputs: QUICK,
  ends: lostEffect("contract-broken"),
  reads: NOT_HTTP,
});

const silence = (what: Said, bytes: string): Case => ({
  what,
  wire: stallsAfter(bytes),
  inputs: IMPATIENT,
  ends: {
    health: failed("timed-out", [0, 0]),
    login: failed("timed-out", [0, 0], { heard: { login: 1 } }),
    baseline: succeeded([1, 1], { reads: NOTHING_TO_COMPARE }),
    scrape: unknown("timed-out", [1, 0]),
    gate: failed("timed-out", [1, 0], { heard: { gate: 1 } }),
    train: unknown("timed-out", [1, 1]),
    verify: succeeded([1, 1], {
      reads: [
        "Whether readers get the books could not be checked (`timed-out`).",
        "Não foi possível verificar se os leitores recebem os livros (`timed-out`).",
      ],
    }),
  },
  reads: IN_TIME,
});

export const headers: FaultClass = {
  id: "headers",
  title: ["The headers of an answer", "Os cabeçalhos da resposta"],
  promise: [
    "The deadline of a task covers the wait for its answer. Headers are read up to 64 KiB, and at most 2,000 interim answers are heard. What is not HTTP proves nothing: a scrape or a training is then unknown, and is not sent again.",
    "O prazo de cada etapa inclui a espera pela resposta. Os cabeçalhos são lidos até 64 KiB, e no máximo 2.000 respostas provisórias são aceitas. O que não é HTTP não prova nada: a coleta ou o treino fica como desconhecido e não é enviado de novo.",
  ],
  cases: [
    silence(["none within the deadline", "nenhum dentro do prazo"], ""),
    silence(["stalled half way", "param no meio"], `${OK}Content-Le`),
    {
      what: ["cut half way", "cortados no meio"],
      wire: raw(`${OK}Content-Le`),
      inputs: QUICK,
      ends: lost("connection-lost"),
      reads: NO_ANSWER,
    },
    {
      what: ["one header that never ends", "um cabeçalho que não acaba"],
      wire: pours(`${OK}X-Padding: `, KIB),
      inputs: QUICK,
      ends: lost("response-too-large"),
      reads: TOO_LARGE,
    },
    {
      what: ["headers that never end", "cabeçalhos que não acabam"],
      wire: pours(OK, `X-Padding: ${KIB}\r\n`),
      inputs: QUICK,
      ends: lostEffect("response-too-large"),
      reads: TOO_LARGE,
    },
    {
      what: ["trailers that never end", "trailers que não acabam"],
      wire: pours(
        `${OK}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n`,
        `X-Padding: ${KIB}\r\n`,
      ),
      inputs: QUICK,
      ends: lostEffect("response-too-large"),
      reads: TOO_LARGE,
    },
    ...["100 Continue", "103 Early Hints"].map((status): Case => ({
      what: [`interim answers (${status}) for ever`, `respostas provisórias (${status}) sem fim`],
      wire: pours("", `HTTP/1.1 ${status}\r\n\r\n`),
      inputs: QUICK,
      ends: lostEffect("response-too-large"),
      reads: TOO_LARGE,
    })),
    {
      what: [
        "an interim answer a second for half an hour, then the real one",
        "uma resposta provisória por segundo durante meia hora, e depois a de verdade",
      ],
      wire: thenNormal("HTTP/1.1 102 Processing\r\n\r\n".repeat(1_800)),
      ends: { login: succeeded(), scrape: succeeded(), train: succeeded() },
      reads: ["20 books refreshed", "20 livros atualizados"],
    },
    {
      what: ["another protocol, unasked (101)", "outro protocolo sem ninguém pedir (101)"],
      wire: stallsAfter(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
      ),
      inputs: QUICK,
      ends: lost("contract-broken"),
      reads: NOT_HTTP,
    },
    {
      ...garbage(["a garbage status line", "uma linha de status sem sentido"], "GARBAGE\r\n\r\n"),
      ends: lost("contract-broken"),
    },
    ...onlyAt(
      ["scrape"],
      [
        garbage(
          ["a status of four digits", "um status de quatro dígitos"],
          "HTTP/1.1 2000 OK\r\n\r\n{}",
        ),
        garbage(
          ["a version that does not exist", "uma versão que não existe"],
          "HTTP/9.9 200 OK\r\n\r\n{}",
        ),
        garbage(
          ["another protocol speaks first", "outro protocolo fala primeiro"],
          "SSH-2.0-OpenSSH_9.9\r\n",
        ),
        garbage(
          ["JSON without a status line", "JSON sem linha de status"],
          '{"total_records": 20}',
        ),
        garbage(["a TLS alert", "um alerta TLS"], Buffer.from("15030300020246", "hex")),
      ],
    ),
    ...onlyAt(
      ["train"],
      [
        garbage(["a NUL in a header", "um NUL em um cabeçalho"], `${OK}X-A: \0\r\n\r\n{}`),
        garbage(["a header without a colon", "um cabeçalho sem dois-pontos"], `${OK}X A\r\n\r\n{}`),
        garbage(["two lengths that differ", "dois tamanhos diferentes"], OK + LENGTHS),
        garbage(["a length and chunks", "um tamanho e chunks"], OK + BOTH),
        garbage(["a negative length", "um tamanho negativo"], `${OK}Content-Length: -1\r\n\r\n{}`),
        garbage(
          ["a length that is no number", "um tamanho que não é número"],
          `${OK}Content-Length: x\r\n\r\n{}`,
        ),
        garbage(
          ["a chunk whose size is no number", "um chunk cujo tamanho não é número"],
          `${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
        ),
        garbage(
          ["a chunk's extension that never ends", "uma extensão de chunk que não acaba"],
          `${OK}Transfer-Encoding: chunked\r\n\r\n2;${KIB.repeat(64)}`,
        ),
      ],
    ),
  ],
};
