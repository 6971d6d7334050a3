import { failed, QUICK, really, succeeded, unknown, type FaultClass, type Said } from "./case.ts";
import { resets, says } from "./wire.ts";

const EXPIRED = says(401, { error: "Token expirado" });
const INVALID = says(401, { error: "Token inválido" });
const HTML = says(401, "<h1>Unauthorized</h1>");
const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];
const AGAIN: Said = ["and again after a new log-in", "e de novo depois de um novo login"];

export const session: FaultClass = {
  id: "session",
  title: ["The session", "A sessão"],
  promise: [
    "A token that is refused in mid-run costs one new log-in, and the call is sent once more: a 401 says that nothing was done. A token that a long call would outlive is renewed before it.",
    "Um token recusado no meio da execução custa um novo login, e a chamada é enviada mais uma vez: um 401 diz que nada foi feito. Um token que duraria menos que uma chamada longa é renovado antes dela.",
  ],
  cases: [
    {
      what: ["401 once, the token has expired", "401 uma vez, o token expirou"],
      wire: [EXPIRED],
      ends: {
        baseline: succeeded([1, 1], { heard: { login: 2, baseline: 2 } }),
        scrape: succeeded([2, 1], { heard: { login: 2 } }),
        gate: succeeded([1, 1], { heard: { login: 2, gate: 2 } }),
        train: succeeded([1, 2], { heard: { login: 2 } }),
        verify: succeeded([1, 1], { heard: { login: 2, verify: 2 } }),
      },
      reads: REFRESHED,
    },
    {
      what: ["401 once, from the API itself", "401 uma vez, da própria API"],
      world: really("token-dies:1"),
      ends: { scrape: succeeded([2, 1], { heard: { login: 2 } }) },
      reads: REFRESHED,
    },
    {
      what: ["401 once, in HTML", "401 uma vez, em HTML"],
      wire: [HTML],
      ends: { scrape: succeeded([2, 1], { heard: { login: 2 } }) },
      reads: REFRESHED,
    },
    {
      what: [
        "401 once at every task, a new key each time",
        "401 uma vez em cada etapa, uma chave nova a cada vez",
      ],
      script: {
        baseline: [INVALID],
        scrape: [INVALID],
        gate: [INVALID],
        train: [INVALID],
        verify: [INVALID],
      },
      ends: { scrape: succeeded([2, 2], { heard: { login: 6 } }) },
      reads: REFRESHED,
    },
    {
      what: ["401 again after the new log-in", "401 de novo depois do novo login"],
      wire: EXPIRED,
      ends: {
        scrape: failed("token-rejected", [2, 0], { heard: { login: 2 } }),
        gate: failed("token-rejected", [1, 0], { heard: { login: 2, gate: 2 } }),
        train: failed("token-rejected", [1, 2], { heard: { login: 2 } }),
      },
      reads: AGAIN,
    },
    {
      what: ["401 from everything that needs a token", "401 de tudo o que precisa de token"],
      script: { baseline: INVALID, scrape: INVALID, gate: INVALID },
      ends: { scrape: failed("token-rejected", [1, 0], { heard: { login: 2, baseline: 2 } }) },
      reads: AGAIN,
    },
    {
      what: [
        "401 again after the new log-in, a wait in between",
        "401 de novo depois do novo login, com uma espera no meio",
      ],
      wire: [EXPIRED, says(503, "", { "Retry-After": "1" }), EXPIRED],
      ends: { scrape: failed("token-rejected", [3, 0], { heard: { login: 2 } }) },
      reads: AGAIN,
    },
    {
      what: ["401, and the password does not work any more", "401, e a senha não funciona mais"],
      wire: [EXPIRED],
      script: {
        login: [undefined, says(401, { error: "Usuário ou senha inválidas" })],
        gate: INVALID,
      },
      ends: {
        scrape: failed("credentials-rejected", [1, 0], { heard: { login: 2 } }),
      },
      reads: [
        "The API does not accept the user name or the password",
        "A API não aceita o usuário ou a senha",
      ],
    },
    {
      what: ["401, and the log-in is broken", "401, e o login está quebrado"],
      wire: [EXPIRED],
      script: { login: [undefined, says(500, "<h1>Oops</h1>"), says(500, "<h1>Oops</h1>")] },
      inputs: QUICK,
      ends: { scrape: failed("api-error", [1, 0], { heard: { login: 3 } }) },
      reads: [
        "It answered HTTP 500 to `POST /api/v1/auth/login`",
        "A resposta a `POST /api/v1/auth/login` foi HTTP 500",
      ],
    },
    {
      what: ["401, and the second call is lost", "401, e a segunda chamada se perde"],
      wire: [EXPIRED, resets],
      ends: {
        scrape: unknown("connection-lost", [2, 0], { heard: { login: 2 } }),
        train: unknown("connection-lost", [1, 2], { heard: { login: 2 } }),
      },
      reads: [
        "The request went out, and no answer came back",
        "A requisição saiu, e nenhuma resposta voltou",
      ],
    },
    {
      what: [
        "a token that would not outlive the long calls",
        "um token que duraria menos que as chamadas longas",
      ],
      async world(stage, script) {
        const { port } = await stage.api(script, { tokenSeconds: 300 });
        return { url: `http://127.0.0.1:${port}` };
      },
      // Once at the start, before the scrape (10 minutes) and before the training (30).
      ends: { scrape: succeeded([1, 1], { heard: { login: 3 } }) },
      reads: REFRESHED,
    },
    {
      what: ["tokens that have expired when they are given out", "tokens que já chegam expirados"],
      async world(stage, script) {
        const { port } = await stage.api(script, { tokenSeconds: -60 });
        return { url: `http://127.0.0.1:${port}` };
      },
      ends: { scrape: failed("token-rejected", [1, 0], { heard: { baseline: 1 } }) },
      script: { baseline: EXPIRED, scrape: EXPIRED, gate: EXPIRED },
      reads: AGAIN,
    },
    {
      what: ["a token that is no JWT", "um token que não é JWT"],
      async world(stage, script) {
        const { port } = await stage.api(script, { token: "an-opaque-token-of-another-kind" });
        return { url: `http://127.0.0.1:${port}` };
      },
      ends: { scrape: succeeded([1, 1], { heard: { login: 1 } }) },
      reads: REFRESHED,
    },
  ],
};
