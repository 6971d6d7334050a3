import {
  failed,
  QUICK,
  succeeded,
  type Case,
  type End,
  type FaultClass,
  type Said,
} from "./case.ts";
import { deafPort, HOST, nameService, TO_HOST, type Lookup } from "./network.ts";
import type { Api, Call } from "./api.ts";
import { ASIDE, type Setting, type Stage } from "./stage.ts";
import { resets, unread } from "./wire.ts";

const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];
const REFUSED: Said = ["the connection was refused", "a conexão foi recusada"];
const FIREWALL: Said = [
  "does not answer at all, as if a firewall dropped every packet",
  "não responde, como se um firewall descartasse todos os pacotes",
];
const NO_NAME_SERVICE: Said = [
  "The name service (DNS) did not answer for `books.invalid`",
  "O serviço de nomes (DNS) não respondeu sobre `books.invalid`",
];

const unreachable: End = failed("api-unreachable", [0, 0]);
const SOON = { ...QUICK, "warm-up": "2s" } as const;

/** The API under a name, and what the name service says of it. */
const named = (what: Said, names: readonly Lookup[], end: End, reads: Said): Case => ({
  what,
  inputs: { ...SOON, ...TO_HOST },
  world: async (stage, script) => {
    const { port } = await stage.api(script);
    return { url: `http://${HOST}:${port}`, preload: nameService(...names) };
  },
  ends: { health: end },
  reads,
});

const at = (
  what: Said,
  world: (stage: Stage) => Promise<Setting>,
  end: End,
  reads: Said,
): Case => ({
  what,
  inputs: SOON,
  world,
  ends: { health: end },
  reads,
});

export const nameAndConnect: FaultClass = {
  id: "name-and-connect",
  title: ["Name and connection", "Nome e conexão"],
  promise: [
    "What fails before the request went out surely had no effect: it is tried again within the time of its task, scrape and training included. Then the summary names the host and the port, and what to check.",
    "O que falha antes de a requisição sair com certeza não teve efeito: é tentado de novo dentro do tempo da etapa, inclusive a coleta e o treino. Depois, o resumo diz o host, a porta e o que conferir.",
  ],
  cases: [
    named(["an unknown host", "um host desconhecido"], ["ENOTFOUND"], unreachable, [
      "There is no host named `books.invalid`",
      "Não existe um host com o nome `books.invalid`",
    ]),
    named(
      ["a temporary failure of the name service", "uma falha temporária do serviço de nomes"],
      ["EAI_AGAIN", ["127.0.0.1"]],
      succeeded(),
      REFRESHED,
    ),
    named(
      ["a name service that fails for ever", "um serviço de nomes que falha para sempre"],
      ["EAI_AGAIN"],
      unreachable,
      NO_NAME_SERVICE,
    ),
    named(
      ["a name service that never answers", "um serviço de nomes que nunca responde"],
      [undefined],
      unreachable,
      NO_NAME_SERVICE,
    ),
    named(
      ["the first address dead, the second alive", "o primeiro endereço morto, o segundo vivo"],
      [["127.0.0.2", "127.0.0.1"]],
      succeeded(),
      REFRESHED,
    ),
    {
      ...named(
        [
          "the first address silent, the second alive",
          "o primeiro endereço em silêncio, o segundo vivo",
        ],
        [],
        succeeded(),
        REFRESHED,
      ),
      world: async (stage, script) => {
        const port = await deafPort(stage, "127.0.0.2");
        await stage.api(script, { port });
        return { url: `http://${HOST}:${port}`, preload: nameService(["127.0.0.2", "127.0.0.1"]) };
      },
    },
    named(
      ["every address dead", "todos os endereços mortos"],
      [["127.0.0.2", "127.0.0.3"]],
      unreachable,
      ["connect ECONNREFUSED 127.0.0.3", "connect ECONNREFUSED 127.0.0.3"],
    ),
    at(
      ["refused", "recusada"],
      async (stage) => ({ url: `http://${await stage.closedAddress()}` }),
      unreachable,
      REFUSED,
    ),
    {
      what: ["an address that no route leads to", "um endereço ao qual nenhuma rota leva"],
      inputs: { ...SOON, ...TO_HOST },
      // TCP has no broadcast, so that the kernel refuses it on every machine.
      world: () => Promise.resolve({ url: "http://255.255.255.255:5000" }),
      ends: { health: unreachable },
      reads: [
        "There is no route from this runner to `255.255.255.255:5000`",
        "Não há rota deste runner até `255.255.255.255:5000`",
      ],
    },
    at(
      ["refused, then up", "recusada, depois no ar"],
      async (stage) => {
        const address = await stage.closedAddress();
        let isMissed = false;
        const onLine = (line: string) => {
          if (isMissed || !/Trying again in|Nova tentativa em/.test(line)) return;
          isMissed = true;
          void stage.api({}, { host: ASIDE, port: Number(address.split(":")[1]) });
        };
        return { url: `http://${address}`, onLine, inputs: { "warm-up": "20s" } };
      },
      succeeded(),
      REFRESHED,
    ),
    at(
      [
        "packets are dropped (connect never answers)",
        "pacotes descartados (a conexão nunca responde)",
      ],
      async (stage) => ({ url: `http://127.0.0.1:${await deafPort(stage)}` }),
      unreachable,
      FIREWALL,
    ),
    {
      what: [
        "packets are dropped at the scrape and the training",
        "pacotes descartados na coleta e no treino",
      ],
      inputs: { ...SOON, "scrape-timeout": "2s", "training-timeout": "2s", "read-timeout": "2s" },
      world: async (stage, _script, task) => {
        const before = task === "scrape" ? "baseline" : "gate";
        const falls = ({ socket, normal }: Call) => {
          const text = normal();
          api.leave();
          void deafPort(stage, ASIDE, api.port).then(() => socket.end(text));
        };
        const api: Api = await stage.api({ [before]: falls }, { host: ASIDE });
        return { url: `http://${ASIDE}:${api.port}` };
      },
      ends: {
        scrape: failed("api-unreachable", [0, 0]),
        train: failed("api-unreachable", [1, 0]),
      },
      reads: FIREWALL,
    },
    {
      what: ["an IPv6 literal", "um literal IPv6"],
      world: async (stage, script) => {
        const { port } = await stage.api(script, { host: "::1" });
        return { url: `http://[::1]:${port}` };
      },
      ends: { health: succeeded() },
      reads: REFRESHED,
    },
    at(
      ["an IPv6 literal where nobody listens", "um literal IPv6 em que ninguém escuta"],
      async (stage) => ({ url: `http://[::1]:${await stage.closedPort("::1")}` }),
      unreachable,
      ["[::1]:", "[::1]:"],
    ),
    {
      what: ["reset while connecting, then up", "reiniciada ao conectar, depois no ar"],
      wire: [unread(resets), unread(resets)],
      inputs: { "warm-up": "20s" },
      ends: {
        health: succeeded([1, 1], { heard: { health: 3 } }),
        login: succeeded([1, 1], { heard: { login: 3 } }),
      },
      reads: REFRESHED,
    },
  ],
  elsewhere: [
    {
      what: [
        "the API goes away before the scrape or the training",
        "a API sai do ar antes da coleta ou do treino",
      ],
      ends: [
        "`failed`, `api-unreachable`, nothing was sent",
        "`failed`, `api-unreachable`, nada foi enviado",
      ],
      file: "test/faults/api-in-trouble.ts",
      test: "the API goes away for good before the",
    },
  ],
};
