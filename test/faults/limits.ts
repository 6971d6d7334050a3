import { failed, succeeded, type Case, type FaultClass, type Said } from "./case.ts";
import { answer } from "./answers.ts";
import type { Wire } from "./api.ts";
import { says } from "./wire.ts";

const LIMITED: Said = ["it takes no more calls for now", "por enquanto, não aceita mais chamadas"];
const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];

const limit = (retryAfter?: string, status = 429): Wire =>
  says(
    status,
    "<p>60 per 1 minute</p>",
    retryAfter === undefined ? {} : { "Retry-After": retryAfter },
  );

/** A date can only name whole seconds: between one and two from now. */
const inTwoSeconds: Wire = ({ socket }) => {
  const at = new Date(Date.now() + 2000).toUTCString();
  socket.end(answer(429, "", { "Retry-After": at }));
};

const waited = (what: Said, wire: Wire, waitsMs: number, inputs: Case["inputs"] = {}): Case => ({
  what,
  wire: [wire],
  inputs,
  waitsMs,
  ends: { scrape: succeeded([2, 1]) },
  reads: REFRESHED,
});

/** Without a wait that fits into the task's time there is nothing to try. */
const notWaited = (what: Said, wire: Wire, inputs: Case["inputs"] = {}): Case => ({
  what,
  wire,
  inputs,
  ends: { scrape: failed("rate-limited", [1, 0]) },
  reads: LIMITED,
});

export const limits: FaultClass = {
  id: "limits",
  title: ["Limits", "Limites"],
  promise: [
    "A call that the API limits was not begun, so it is sent again: after what Retry-After says, or after a minute, and never past the time of its task.",
    "Uma chamada que a API limita não foi iniciada; por isso é enviada de novo: depois do que diz o Retry-After, ou de um minuto, e nunca além do tempo da sua etapa.",
  ],
  cases: [
    {
      what: ["Retry-After in seconds", "Retry-After em segundos"],
      wire: [limit("1")],
      waitsMs: 950,
      ends: {
        health: succeeded([1, 1], { heard: { health: 2 } }),
        login: succeeded([1, 1], { heard: { login: 2 } }),
        scrape: succeeded([2, 1]),
        gate: succeeded([1, 1], { heard: { gate: 2 } }),
        train: succeeded([1, 2]),
      },
      reads: REFRESHED,
    },
    waited(["Retry-After as a date", "Retry-After como data"], inTwoSeconds, 900),
    waited(
      ["Retry-After in the past", "Retry-After no passado"],
      limit("Sun, 22 Nov 2020 06:00:00 GMT"),
      950,
    ),
    waited(["Retry-After of zero", "Retry-After de zero"], limit("0"), 950),
    waited(
      [
        "Retry-After missing: the rest of the time, but for 5 s",
        "sem Retry-After: o resto do tempo, menos 5 s",
      ],
      limit(),
      1400,
      { "scrape-timeout": "7s" },
    ),
    waited(["Retry-After that says nothing", "Retry-After que não diz nada"], limit("soon"), 1400, {
      "scrape-timeout": "7s",
    }),
    waited(["Retry-After that is negative", "Retry-After negativo"], limit("-5"), 1400, {
      "scrape-timeout": "7s",
    }),
    waited(["503 with Retry-After", "503 com Retry-After"], limit("1", 503), 950),
    notWaited(
      ["Retry-After longer than the task", "Retry-After mais longo que a etapa"],
      limit("3600"),
    ),
    notWaited(
      ["Retry-After of absurd length", "Retry-After de tamanho absurdo"],
      limit("9".repeat(400)),
    ),
    notWaited(
      ["Retry-After in the year 9999", "Retry-After no ano 9999"],
      limit("Fri, 31 Dec 9999 23:59:59 GMT"),
    ),
    notWaited(
      ["Retry-After missing, and no time for it", "sem Retry-After e sem tempo para esperar"],
      limit(),
      { "scrape-timeout": "4s" },
    ),
    {
      what: ["429 for ever", "429 para sempre"],
      wire: limit("0"),
      inputs: {
        "login-timeout": "4s",
        "scrape-timeout": "4s",
        "training-timeout": "4s",
        "read-timeout": "4s",
      },
      ends: {
        login: failed("rate-limited", [0, 0], { heard: { login: 3 } }),
        scrape: failed("rate-limited", [3, 0]),
        gate: failed("rate-limited", [1, 0], { heard: { gate: 3 } }),
        train: failed("rate-limited", [1, 3]),
      },
      reads: LIMITED,
    },
    {
      what: ["429 for ever at what only compares", "429 para sempre no que só compara"],
      wire: limit("0"),
      inputs: { "read-timeout": "2s" },
      ends: { baseline: succeeded([1, 1], { heard: { baseline: 2 } }) },
      reads: ["There was nothing to compare with", "Não havia com o que comparar"],
    },
  ],
};
