import type { ChildProcess } from "node:child_process";
import type { Wire } from "./api.ts";
import type { Case, Elsewhere, End, FaultClass, Said } from "./case.ts";
import { deafPort, HOST, nameService, TO_HOST } from "./network.ts";
import type { Setting, Stage } from "./stage.ts";
import { CHUNKED, KIB, pours, trickles } from "./wire.ts";

const NOT_WORKING: Said = [
  "No call that changes anything was under way.",
  "Não havia nenhuma chamada em andamento que altere dados.",
];
const WORKING: Said = [
  "A call was under way. The API does not notice that nobody waits any more, and may go on working.",
  "Havia uma chamada em andamento. A API não percebe que ninguém mais espera por ela e pode continuar trabalhando.",
];

const cancelled = (...calls: End["calls"]): End => ({
  result: "cancelled",
  code: "cancelled",
  calls,
});

/** SIGINT as soon as the log says that the API's health is asked for. */
const whileConnecting = (what: Said, world: (stage: Stage) => Promise<Setting>): Case => ({
  what,
  inputs: TO_HOST,
  world: async (stage) => {
    let child: ChildProcess | undefined;
    return {
      ...(await world(stage)),
      onStart: (started) => {
        child = started;
      },
      onLine: (line) => {
        if (/^(Health|Saúde) …/.test(line)) child?.kill("SIGINT");
      },
    };
  },
  ends: { health: cancelled(0, 0) },
  reads: NOT_WORKING,
});

/** SIGINT in the middle of an answer. */
const whileAnswering = (what: Said, wire: Wire): Case => ({
  what,
  world: async (stage, script, task) => {
    let child: ChildProcess | undefined;
    const api = await stage.api({
      ...script,
      [task]: (call: Parameters<Wire>[0]) => {
        wire(call);
        child?.kill("SIGINT");
      },
    });
    return {
      url: `http://127.0.0.1:${api.port}`,
      onStart: (started) => {
        child = started;
      },
    };
  },
  ends: {
    health: { ...cancelled(0, 0), reads: NOT_WORKING },
    login: { ...cancelled(0, 0), reads: NOT_WORKING },
    scrape: cancelled(1, 0),
    train: cancelled(1, 1),
    verify: { ...cancelled(1, 1), reads: NOT_WORKING },
  },
  reads: WORKING,
});

const CANCELLED: Said = ["`cancelled`", "`cancelled`"];
const inCancel = (what: Said, test: string): Elsewhere => ({
  what,
  ends: CANCELLED,
  file: "test/faults/signals.test.ts",
  test,
});
const inPost = (what: Said, test: string): Elsewhere => ({
  what,
  ends: ["`cancelled`, told by the post step", "`cancelled`, dito pelo step post"],
  file: "test/faults/kill.test.ts",
  test,
});

export const cancel: FaultClass = {
  id: "cancel",
  title: ["Cancelling", "Cancelamento"],
  promise: [
    "A run that is cancelled ends within 5 s, with outputs and summary, and says whether the API may still be at work. After a SIGKILL the post step writes all but the outputs.",
    "Uma execução cancelada termina em até 5 s, com saídas e resumo, e diz se a API pode ainda estar trabalhando. Depois de um SIGKILL, o step post escreve tudo menos as saídas.",
  ],
  cases: [
    whileConnecting(
      ["while a connection hangs", "enquanto uma conexão não anda"],
      async (stage) => ({
        url: `http://127.0.0.1:${await deafPort(stage)}`,
      }),
    ),
    whileConnecting(
      ["while the name service is silent", "enquanto o serviço de nomes está em silêncio"],
      () => Promise.resolve({ url: `http://${HOST}`, preload: nameService(undefined) }),
    ),
    whileConnecting(
      ["while a TLS handshake stalls", "enquanto um handshake TLS não anda"],
      async (stage) => ({
        url: `https://127.0.0.1:${await stage.server(() => {})}`,
      }),
    ),
    whileConnecting(
      ["while a proxy is silent", "enquanto um proxy está em silêncio"],
      async (stage) => ({
        url: `http://${HOST}`,
        env: { http_proxy: `http://127.0.0.1:${await stage.server(() => {})}` },
      }),
    ),
    whileAnswering(["while an endless body streams", "enquanto chega um corpo sem fim"], trickles),
    {
      ...whileAnswering(
        ["while an endless body floods", "enquanto um corpo sem fim inunda"],
        pours(CHUNKED, `400\r\n${KIB}\r\n`, 512 * KIB.length),
      ),
      ends: { scrape: cancelled(1, 0) },
    },
  ],
  elsewhere: [
    inCancel(
      [
        "SIGINT or SIGTERM at each task, while it is silent or in half a body",
        "SIGINT ou SIGTERM em cada etapa, em silêncio ou no meio do corpo",
      ],
      "during %s",
    ),
    inCancel(
      ["one signal after the other", "um sinal depois do outro"],
      "%s, and %s while the first is being obeyed: as one",
    ),
    inCancel(["while waiting to try again", "enquanto espera para tentar de novo"], "to try again"),
    inCancel(
      ["while waiting for a limit", "enquanto espera por um limite"],
      "for as long as a limit of the API asks: nothing is under way",
    ),
    inCancel(
      ["while a lost scrape settles", "enquanto uma coleta perdida se define"],
      "for the numbers of a lost scrape to settle: it may still be at work",
    ),
    inCancel(
      ["at every line of the log", "em cada linha do log"],
      "at line %i of the log: told once, and red unless all was proved",
    ),
    inPost(["SIGKILL at each task", "SIGKILL em cada etapa"], "at %j the post step tells it"),
    inPost(
      ["SIGKILL at every line of the log", "SIGKILL em cada linha do log"],
      "at line %i of the log it is told once, and never as a success",
    ),
    {
      what: ["a journal that a kill cut short", "um diário que um SIGKILL cortou"],
      ends: CANCELLED,
      file: "test/faults/journal.test.ts",
      test: "a last line that the kill cut short did not happen",
    },
    {
      what: ["a journal that claims success", "um diário que alega sucesso"],
      ends: CANCELLED,
      file: "test/faults/journal.test.ts",
      test: "a run that claims to have proved everything is no success",
    },
  ],
};
