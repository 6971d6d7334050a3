import { failed, QUICK, succeeded, type Case, type FaultClass, type Said } from "./case.ts";
import { body, says } from "./wire.ts";

const NO_TOKEN: Said = [
  "The log-in was accepted, but its answer holds no usable `access_token`.",
  "O login foi aceito, mas a resposta não traz um `access_token` utilizável.",
];
const API_ERROR = (status: number): Said => [
  `It answered HTTP ${status} to \`POST /api/v1/auth/login\``,
  `A resposta a \`POST /api/v1/auth/login\` foi HTTP ${status}`,
];
const SECRET = "half-of-a-token";

/** Not tried again: it would come again. */
const noToken = (what: Said, wire: NonNullable<Case["wire"]>): Case => ({
  what,
  wire,
  unsaid: [SECRET],
  ends: { login: failed("contract-broken", [0, 0], { heard: { login: 1 } }) },
  reads: NO_TOKEN,
});

const token = (what: Said, access_token: unknown) => noToken(what, says(200, { access_token }));

const error = (what: Said, status: number, content: object | string, tries: number): Case => ({
  what,
  wire: says(status, content),
  inputs: QUICK,
  ends: { login: failed("api-error", [0, 0], { heard: { login: tries } }) },
  reads: API_ERROR(status),
});

/** Another success than 200: the token that may be in it is not taken. */
const otherSuccess = (what: Said, status: number, content: object | string): Case => ({
  ...error(what, status, content, 2),
  unsaid: [SECRET],
  ends: { login: failed("contract-broken", [0, 0], { heard: { login: 2 } }) },
});

export const loginAnswer: FaultClass = {
  id: "login-answer",
  title: ["The answer to the log-in", "A resposta ao login"],
  promise: [
    "A token is visible ASCII of at most 16 KiB, or it is none. An answer to a log-in is never quoted, as it may hold a part of one.",
    "Um token é ASCII visível de até 16 KiB, ou não é um token. A resposta a um login nunca é citada, porque pode conter parte de um.",
  ],
  cases: [
    noToken(["200 without a token", "200 sem token"], says(200, { user_id: 1, token: SECRET })),
    noToken(
      ["200 with only a refresh token", "200 só com o refresh token"],
      says(200, { refresh_token: SECRET }),
    ),
    noToken(
      ["200 with an error", "200 com um erro"],
      says(200, { error: "Usuário ou senha inválidas" }),
    ),
    noToken(["200 in HTML", "200 em HTML"], says(200, `<p>${SECRET}</p>`)),
    noToken(["a JSON array", "um array JSON"], says(200, [{ access_token: SECRET }])),
    noToken(["JSON cut short", "JSON cortado"], body(`{"access_token": "${SECRET}`)),
    noToken(
      ["a token that is cut within its length", "um token cortado dentro do seu tamanho"],
      body(`{"access_token": "${SECRET.repeat(1400)}`),
    ),
    token(["no token (`null`)", "nenhum token (`null`)"], null),
    token(["an empty token", "um token vazio"], ""),
    token(["a token that is a number", "um token que é um número"], 12_345_678),
    token(["a token that is an object", "um token que é um objeto"], { value: SECRET }),
    token(
      ["a token with a line break", "um token com quebra de linha"],
      `${SECRET}\r\nX-Injected: 1`,
    ),
    token(["a token with a NUL", "um token com NUL"], `${SECRET}\0`),
    token(["a token with a blank", "um token com espaço"], `${SECRET} ${SECRET}`),
    token(["a token with an accent", "um token com acento"], `${SECRET}é`),
    token(["a token with an emoji", "um token com emoji"], `${SECRET}📚`),
    token(["a token of 20 KB", "um token de 20 KB"], SECRET.repeat(1400)),
    {
      what: ["a token of 16 KiB", "um token de 16 KiB"],
      async world(stage, script) {
        const { port } = await stage.api(script, { token: "t0ken+/=".repeat(2048) });
        return { url: `http://127.0.0.1:${port}` };
      },
      ends: { login: succeeded() },
      reads: ["20 books refreshed", "20 livros atualizados"],
    },
    error(["an HTML 500", "um 500 em HTML"], 500, "<h1>Internal Server Error</h1>", 2),
    error(
      ["a debugger's page of 102 KB", "uma página de depurador de 102 KB"],
      500,
      `<title>OperationalError</title>${"<p>frame</p>".repeat(8700)}`,
      2,
    ),
    error(["a JSON 500", "um 500 em JSON"], 500, { error: "banco de dados fora do ar" }, 2),
    error(["502 from a proxy", "502 de um proxy"], 502, "<h1>Bad Gateway</h1>", 2),
    otherSuccess(["another status of success (201)", "outro status de sucesso (201)"], 201, {
      access_token: SECRET,
    }),
    otherSuccess(["a promise (202)", "uma promessa (202)"], 202, `<p>${SECRET}</p>`),
    otherSuccess(["nothing (204)", "nada (204)"], 204, ""),
    error(
      ["a path that does not exist (404)", "um caminho que não existe (404)"],
      404,
      "<h1>Not Found</h1>",
      1,
    ),
    error(["another method (405)", "outro método (405)"], 405, "<h1>Method Not Allowed</h1>", 1),
  ],
};
