import { answer, BOOKS } from "./answers.ts";
import { failed, lost, QUICK, succeeded, type Case, type FaultClass, type Said } from "./case.ts";
import { closes, endsPolitely, raw, resets, unread } from "./wire.ts";

const NO_ANSWER: Said = [
  "The request went out, and no answer came back",
  "A requisição saiu, e nenhuma resposta voltou",
];
const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];

const gone = (what: Said, wire: NonNullable<Case["wire"]>): Case => ({
  what,
  wire,
  inputs: { ...QUICK, "warm-up": "2s" },
  ends: { ...lost("connection-lost"), health: failed("connection-lost", [0, 0]) },
  reads: NO_ANSWER,
});

export const request: FaultClass = {
  id: "request",
  title: ["The request", "A requisição"],
  promise: [
    "Once a request is on its way, it may have been acted on. A scrape or a training whose connection then breaks is unknown and is never sent again; a log-in or a read changes nothing and is.",
    "Depois que uma requisição saiu, ela pode ter tido efeito. A coleta ou o treino cuja conexão cai depois disso fica como desconhecido e nunca é enviado de novo; um login ou uma leitura não altera nada e é.",
  ],
  cases: [
    gone(["closed before it was read", "conexão fechada antes de ser lida"], unread(closes)),
    gone(
      ["closed politely before it was read", "conexão encerrada com educação antes de ser lida"],
      unread(endsPolitely),
    ),
    gone(["reset right after it", "conexão reiniciada logo depois dela"], resets),
    gone(["closed right after it", "conexão fechada logo depois dela"], closes),
    gone(
      ["closed politely right after it", "conexão encerrada com educação logo depois dela"],
      endsPolitely,
    ),
    {
      what: ["answered before it was read", "respondida antes de ser lida"],
      wire: unread(raw(answer(200, { total_records: BOOKS, artifacts_saved: ["a.pkl"] }))),
      ends: { scrape: succeeded(), train: succeeded() },
      reads: REFRESHED,
    },
    {
      what: ["lost once, then answered", "perdida uma vez, depois respondida"],
      script: { login: [resets], gate: [closes], verify: [resets] },
      ends: { login: succeeded([1, 1], { heard: { login: 2, gate: 2, verify: 2 } }) },
      reads: REFRESHED,
    },
  ],
};
