import {
  failed,
  QUICK,
  really,
  unknown,
  type Case,
  type End,
  type FaultClass,
  type Said,
  onlyAt,
} from "./case.ts";
import type { Call } from "./api.ts";
import { answer } from "./answers.ts";
import { says } from "./wire.ts";

const ASK_OWNER: Said = [
  "Find out which address and path the API really has.",
  "Descubra o endereço e o caminho reais da API.",
];
const SET_URL: Said = ["If that is your API, set", "Se essa é a sua API, defina"];
const NOT_TOLD: Said = ["did not say where to", "não disse para onde ir"];

/** Nothing was done, as the answer says so. */
const refused: Case["ends"] = {
  health: failed("redirect-refused", [0, 0], { heard: { health: 1 } }),
  login: failed("redirect-refused", [0, 0], { heard: { login: 1 } }),
  scrape: failed("redirect-refused", [1, 0]),
  gate: failed("redirect-refused", [1, 0], { heard: { gate: 1 } }),
  train: failed("redirect-refused", [1, 1]),
};
const atEffects: Case["ends"] = { scrape: refused.scrape as End, train: refused.train as End };
/** It may have been done before the redirect. */
const lost: Case["ends"] = {
  scrape: unknown("redirect-refused", [1, 0]),
  train: unknown("redirect-refused", [1, 1]),
};

/** The very request with another end of its path, as Flask builds it: from the Host header. */
const withSlash = ({ socket, head }: Call) => {
  const path = head.split(" ")[1] ?? "";
  const host = /^host: (\S+)$/im.exec(head)?.[1];
  socket.end(answer(308, "<title>Redirecting</title>", { Location: `http://${host}${path}?x=1` }));
};

const to = (what: Said, location: string, reads: Said): Case => ({
  what,
  wire: says(308, "<title>Redirecting</title>", { Location: location }),
  ends: { scrape: failed("redirect-refused", [1, 0]) },
  reads,
});

const elsewhere = (what: Said, urlOf: (port: number) => string): Case => ({
  what,
  // Another API of the same kind: a call that came to it would be counted.
  async world(stage, script, task) {
    const { port } = await stage.api({});
    const away = says(308, "", { Location: `${urlOf(port)}/api/v1/scrape/` });
    const api = await stage.api({ ...script, [task]: away });
    return { url: `http://127.0.0.1:${api.port}` };
  },
  ends: refused,
  reads: SET_URL,
});

const status = (code: number, ends: Case["ends"]): Case => ({
  what: [`a redirect with ${code}`, `um redirecionamento com ${code}`],
  wire: says(code, "<title>Redirecting</title>", { Location: "/elsewhere" }),
  ends,
  reads: [
    `It answered HTTP ${code} and pointed to \`/elsewhere\`.`,
    `Ela respondeu HTTP ${code} e apontou para \`/elsewhere\`.`,
  ],
});

export const redirect: FaultClass = {
  id: "redirect",
  title: ["Redirects", "Redirecionamentos"],
  promise: [
    "A redirect is never followed, as the password or the token would go with it. The summary says which setting makes it needless.",
    "Um redirecionamento nunca é seguido, porque a senha ou o token iria junto. O resumo diz qual configuração o torna desnecessário.",
  ],
  cases: [
    {
      what: ["to the same place, another path", "para o mesmo lugar, outro caminho"],
      wire: withSlash,
      ends: refused,
      reads: ["?x=1", "?x=1"],
    },
    {
      what: ["the API's own, for a slash", "o da própria API, por uma barra"],
      world: really(),
      inputs: { "scrape-path": "/api/v1/scrape" },
      // Nothing came to the path with the slash.
      ends: { scrape: failed("redirect-refused", [0, 0]) },
      reads: ["to `/api/v1/scrape/`.", "como `/api/v1/scrape/`."],
    },
    to(["relative", "relativo"], "../scrape-all/", [
      "to `/api/v1/scrape-all/`.",
      "como `/api/v1/scrape-all/`.",
    ]),
    elsewhere(["to another port", "para outra porta"], (port) => `http://127.0.0.1:${port}`),
    ...onlyAt(
      ["login", "scrape"],
      [
        elsewhere(["to another host", "para outro host"], (port) => `http://localhost:${port}`),
        elsewhere(
          ["to another scheme", "para outro esquema"],
          (port) => `https://127.0.0.1:${port}`,
        ),
        elsewhere(["without a scheme", "sem esquema"], (port) => `//localhost:${port}`),
      ],
    ),
    {
      what: ["a loop", "um ciclo"],
      wire: ({ socket, head }) => {
        socket.end(answer(308, "", { Location: head.split(" ")[1] ?? "" }));
      },
      ends: refused,
      reads: ASK_OWNER,
    },
    {
      what: ["without a Location", "sem Location"],
      wire: says(308, ""),
      ends: refused,
      reads: NOT_TOLD,
    },
    to(["to nothing", "para lugar nenhum"], "", ASK_OWNER),
    to(["to what is no address", "para o que não é endereço"], "http://[", ASK_OWNER),
    to(["to a script", "para um script"], "javascript:alert(1)", ASK_OWNER),
    to(["to a file", "para um arquivo"], "file:///etc/passwd", ASK_OWNER),
    to(["to an address of 30 KB", "para um endereço de 30 KB"], `/${"a".repeat(30_000)}`, [
      "aaaa…",
      "aaaa…",
    ]),
    ...[301, 307].map((code) => status(code, atEffects)),
    ...[302, 303].map((code) => status(code, lost)),
    ...onlyAt(
      ["scrape"],
      [300, 304, 399].map((code) => status(code, lost)),
    ),
    {
      ...status(302, { login: refused.login as End, gate: refused.gate as End }),
      what: ["a redirect of a read with 302", "um redirecionamento de leitura com 302"],
      inputs: QUICK,
    },
  ],
};
