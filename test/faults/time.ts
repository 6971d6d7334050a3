import assert from "node:assert/strict";
import type { ActionRun } from "../../sandbox/runner.ts";
import { succeeded, type Case, type FaultClass, type Said } from "./case.ts";

const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];
const HOUR_MS = 3_600_000;

/** The wall clock of the bundle's process is off by so much from a line of its log on. */
const clockOff = (byMs: number, fromLine: string): string => `
  const RealDate = Date;
  const now = RealDate.now;
  let byMs = 0;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(now() + byMs);
    }
    static now() { return now() + byMs; }
  };
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (said, ...rest) => {
    if (said.includes(${JSON.stringify(fromLine)})) byMs = ${byMs};
    return write(said, ...rest);
  };`;

/** What took time took no hour, and no less than none. */
function hasSoundDurations(run: ActionRun): void {
  const { seconds } = JSON.parse(run.outputs["run"] ?? "") as { seconds: number };
  for (const value of [seconds, run.outputs["scrape-seconds"], run.outputs["training-seconds"]]) {
    assert(Number(value) >= 0 && Number(value) < 60, `${value} s`);
  }
}

const jump = (what: Said, byMs: number, fromLine = "Orquestra", reads = REFRESHED): Case => ({
  what,
  world: async (stage, script) => {
    const { port } = await stage.api(script, { tokenSeconds: 3600 });
    return { url: `http://127.0.0.1:${port}`, preload: clockOff(byMs, fromLine) };
  },
  ends: { scrape: succeeded() },
  reads,
  also: hasSoundDurations,
});

const at = (what: Said, day: string, timeZone: string, reads: Said): Case => ({
  ...jump(what, Date.parse(day) - Date.now(), "Orquestra", reads),
  inputs: { timezone: timeZone },
});

export const time: FaultClass = {
  id: "time",
  title: ["Time", "Tempo"],
  promise: [
    "Durations and deadlines are measured by a clock that only goes forward. A silent call is left alone until its deadline, however long that is, and TCP keepalive keeps it alive on the way.",
    "Durações e prazos são medidos por um relógio que só anda para a frente. Uma chamada em silêncio é deixada em paz até o seu prazo, por mais longo que seja, e o keepalive do TCP a mantém viva no caminho.",
  ],
  cases: [
    jump(
      [
        "the wall clock jumps back an hour in mid-scrape",
        "o relógio volta uma hora no meio da coleta",
      ],
      -HOUR_MS,
      "crape …",
    ),
    jump(
      [
        "the wall clock jumps ahead a day in mid-scrape",
        "o relógio avança um dia no meio da coleta",
      ],
      24 * HOUR_MS,
      "crape …",
    ),
    jump(["a wall clock in 1970", "um relógio em 1970"], -Date.now()),
    jump(
      ["a wall clock a century ahead", "um relógio um século à frente"],
      100 * 365 * 24 * HOUR_MS,
    ),
    at(
      [
        "an hour that comes twice (the end of summer time)",
        "uma hora que vem duas vezes (o fim do horário de verão)",
      ],
      "2026-10-25T01:30:00Z",
      "Europe/Lisbon",
      ["01:30 (Europe/Lisbon)", "01:30 (Europe/Lisbon)"],
    ),
    at(
      [
        "an hour that is left out (the start of summer time)",
        "uma hora que não existe (o início do horário de verão)",
      ],
      "2026-03-29T01:00:00Z",
      "Europe/Lisbon",
      ["02:00 (Europe/Lisbon)", "02:00 (Europe/Lisbon)"],
    ),
    at(
      ["a time zone of a quarter of an hour", "um fuso de um quarto de hora"],
      "2026-06-01T00:00:00Z",
      "Pacific/Chatham",
      ["12:45 (Pacific/Chatham)", "12:45 (Pacific/Chatham)"],
    ),
    {
      what: ["time-outs over 2^31 ms", "tempos limite acima de 2^31 ms"],
      inputs: {
        "warm-up": "1000h",
        "login-timeout": "1000h",
        "scrape-timeout": "1000h",
        "training-timeout": "1000h",
        "read-timeout": "1000h",
      },
      ends: { scrape: succeeded() },
      reads: REFRESHED,
    },
  ],
  elsewhere: [
    {
      what: [
        "silence up to the last moment of ten minutes (simulated clock)",
        "silêncio até o último momento de dez minutos (relógio simulado)",
      ],
      ends: ["answered", "respondida"],
      file: "test/http/send-deadline.test.ts",
      test: "a silent call is left alone until its very last moment",
    },
    {
      what: ["a silent flow through NATs and proxies", "um fluxo em silêncio por NATs e proxies"],
      ends: ["kept alive by TCP every 30 s", "mantido vivo pelo TCP a cada 30 s"],
      file: "test/http/send-keepalive.test.ts",
      test: "a silent call over %s is kept alive by TCP after 30 s",
    },
    {
      what: [
        "a time-out of three months (simulated clock)",
        "um tempo limite de três meses (relógio simulado)",
      ],
      ends: ["passes to its very end", "passa até o fim"],
      file: "test/http/deadline.test.ts",
      test: "%s passes to its very end",
    },
  ],
};
