import { failed, QUICK, succeeded, type Case, type FaultClass, type Said } from "./case.ts";
import { says } from "./wire.ts";

const WRONG_PASSWORD = "wr0ng-but-secret";
const NOT_ACCEPTED: Said = [
  "The API does not accept the user name or the password",
  "A API não aceita o usuário ou a senha",
];
const MAY_NOT: Said = [
  "This user may not make this call",
  "Este usuário não pode fazer esta chamada",
];

/** A clear refusal: asked once, and nothing after it. */
const refused = failed("credentials-rejected", [0, 0], { heard: { login: 1, baseline: 0 } });

const refusal = (what: Said, wire: NonNullable<Case["wire"]>): Case => ({
  what,
  wire,
  ends: { login: refused },
  reads: NOT_ACCEPTED,
});

export const credentials: FaultClass = {
  id: "credentials",
  title: ["Who may", "Quem pode"],
  promise: [
    "A refused log-in is not tried again, so that no account is locked. The summary says which two secrets to check, and never shows them.",
    "Um login recusado não é tentado de novo, para não bloquear a conta. O resumo diz quais dois segredos conferir e nunca os mostra.",
  ],
  cases: [
    {
      what: ["a wrong password", "uma senha errada"],
      inputs: { password: WRONG_PASSWORD },
      secrets: [WRONG_PASSWORD],
      ends: { login: refused },
      reads: ["Usuário ou senha inválidas", "Usuário ou senha inválidas"],
    },
    refusal(["401 in HTML", "401 em HTML"], says(401, "<h1>Unauthorized</h1>")),
    refusal(["401 without a body", "401 sem corpo"], says(401, "")),
    refusal(
      ["401 that asks for another kind of log-in", "401 que pede outro tipo de login"],
      says(401, "", { "WWW-Authenticate": 'Basic realm="books"' }),
    ),
    refusal(["401 with Retry-After", "401 com Retry-After"], says(401, {}, { "Retry-After": "1" })),
    refusal(["403 at the log-in", "403 no login"], says(403, { error: "Conta bloqueada" })),
    {
      what: ["a log-in of another kind (400)", "um login de outro tipo (400)"],
      wire: says(400, { error: "Usuário e senha são obrigatórios" }),
      ends: { login: failed("api-error", [0, 0], { heard: { login: 1 } }) },
      reads: ["Usuário e senha são obrigatórios", "Usuário e senha são obrigatórios"],
    },
    {
      what: ["403 for a user who may log in", "403 para um usuário que pode fazer login"],
      wire: says(403, { error: "Proibido" }),
      inputs: QUICK,
      ends: {
        scrape: failed("token-rejected", [1, 0], { heard: { login: 1 } }),
        gate: failed("token-rejected", [1, 0], { heard: { login: 1, gate: 1 } }),
        train: failed("token-rejected", [1, 1], { heard: { login: 1 } }),
      },
      reads: MAY_NOT,
    },
    {
      what: ["403 for what only compares or looks", "403 para o que só compara ou confere"],
      wire: says(403, { error: "Proibido" }),
      inputs: QUICK,
      ends: {
        baseline: succeeded([1, 1], {
          reads: ["There was nothing to compare with", "Não havia com o que comparar"],
        }),
        verify: succeeded([1, 1]),
      },
      reads: [
        "Whether readers get the books could not be checked (`token-rejected`).",
        "Não foi possível verificar se os leitores recebem os livros (`token-rejected`).",
      ],
    },
  ],
};
