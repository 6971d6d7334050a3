import assert from "node:assert/strict";
import { answer } from "./answers.ts";
import { USER, type Call, type Wire } from "./api.ts";
import { says } from "./wire.ts";
import {
  failed,
  QUICK,
  succeeded,
  unknown,
  type Case,
  type End,
  type FaultClass,
  type Said,
} from "./case.ts";

const MASKED: Said = ["***", "***"];

/** The secrets as the API has just got them: the password at the log-in, the token from then on. */
function secretOf({ head, body }: Call): string {
  const token = /Bearer (\S+)/.exec(head)?.[1];
  return token ?? (JSON.parse(body) as { password: string }).password;
}

function escapedUnits(text: string, mark: string, digits: number): string {
  return text.replaceAll(
    /[^]/g,
    (unit) => `${mark}${unit.charCodeAt(0).toString(16).padStart(digits, "0")}`,
  );
}

const FORMS: readonly (readonly [what: Said, form: (secret: string) => string])[] = [
  [["as it is", "como é"], (secret) => secret],
  [["in capitals", "em maiúsculas"], (secret) => secret.toUpperCase()],
  [["URL-encoded", "codificado para URL"], encodeURIComponent],
  [
    ["URL-encoded twice", "codificado para URL duas vezes"],
    (secret) => encodeURIComponent(encodeURIComponent(secret)),
  ],
  [["as a form", "como formulário"], (secret) => new URLSearchParams({ p: secret }).toString()],
  [["in JSON within JSON", "em JSON dentro de JSON"], (secret) => JSON.stringify({ p: secret })],
  [["as JSON's numbers", "como números do JSON"], (secret) => escapedUnits(secret, "\\u", 4)],
  [
    ["as Python shows bytes", "como o Python mostra bytes"],
    (secret) =>
      Buffer.from(secret)
        .toString("latin1")
        .replaceAll(/[^ -~]+/g, (bytes) => escapedUnits(bytes, "\\x", 2)),
  ],
  [["in HTML", "em HTML"], (secret) => secret.replaceAll("&", "&amp;").replaceAll('"', "&quot;")],
  [["in base64", "em base64"], (secret) => Buffer.from(secret).toString("base64")],
  [
    ["in base64 with the user's name", "em base64 com o nome do usuário"],
    (secret) => Buffer.from(`${USER.username}:${secret}`).toString("base64"),
  ],
  [["in base64url", "em base64url"], (secret) => Buffer.from(`x${secret}`).toString("base64url")],
  [["in hexadecimal", "em hexadecimal"], (secret) => Buffer.from(secret).toString("hex")],
  [
    ["as bytes in per cent", "como bytes em por cento"],
    (secret) => Buffer.from(secret).toString("hex").replaceAll(/../g, "%$&"),
  ],
  [
    ["as HTML's numbers", "como números do HTML"],
    (secret) => Array.from(secret, (character) => `&#${character.codePointAt(0)};`).join(""),
  ],
  [
    ["its first half", "a primeira metade"],
    (secret) => secret.slice(0, Math.ceil(secret.length / 2)),
  ],
  [
    ["its second half", "a segunda metade"],
    (secret) => secret.slice(-Math.ceil(secret.length / 2)),
  ],
  [
    ["split by a colour", "partido por uma cor"],
    (secret) => `${secret.slice(0, 5)}\u001b[31m${secret.slice(5)}`,
  ],
  [
    ["split by invisible characters", "partido por caracteres invisíveis"],
    (secret) => Array.from(secret).join("\u200b"),
  ],
  [["where the text is cut", "onde o texto é cortado"], (secret) => `${"x".repeat(290)}${secret}`],
];

/** The API answers with what it was given. */
const echoes =
  (
    status: number,
    content: (text: string) => object | string,
    form: (secret: string) => string,
    headers = (_text: string) => ({}),
  ): Wire =>
  (call) => {
    const text = form(secretOf(call));
    call.socket.end(answer(status, content(text), headers(text)));
  };

/** As no header carries one: it is never sent. */
const OTHER_TOKEN = "first-of-it\nand-the-rest";

const asIs = (secret: string) => secret;
const login: End = failed("credentials-rejected", [0, 0]);
const scrape: End = failed("api-error", [1, 0]);

const place = (what: Said, wire: Wire, ends: Case["ends"], more: Partial<Case> = {}): Case => ({
  what,
  wire,
  ends,
  reads: MASKED,
  ...more,
});

/** A password of its own, echoed in the words of an error. */
const password = (what: Said, text: string, more: Partial<Case> = {}): Case => ({
  what,
  inputs: { password: text },
  world: async (stage, script) => {
    const { port } = await stage.api(script, { user: { ...USER, password: text } });
    return { url: `http://127.0.0.1:${port}` };
  },
  script: {
    scrape: ({ socket }) =>
      socket.end(
        answer(500, {
          error: `for ${text} and ${encodeURIComponent(text.toWellFormed())} and ${Buffer.from(text).toString("base64")}`,
        }),
      ),
  },
  ends: { scrape },
  reads: MASKED,
  ...more,
});

export const secrets: FaultClass = {
  id: "secrets",
  title: ["Secrets", "Segredos"],
  promise: [
    "The password and the tokens are hidden wherever they come back, in any encoding that answers come in, whole or in part, before a text is cut. They are masked for the runner as well.",
    "A senha e os tokens são escondidos onde quer que voltem, em qualquer codificação em que respostas vêm, inteiros ou em parte, antes de um texto ser cortado. Também são mascarados para o runner.",
  ],
  cases: [
    ...FORMS.map(([what, form]): Case => ({
      what: [`echoed ${what[0]}`, `devolvido ${what[1]}`],
      // The password comes back from the log-in, the token from the two others.
      wire: (call) => {
        const isLogin = call.body !== "";
        const text = form(secretOf(call));
        call.socket.end(answer(isLogin ? 401 : 500, { error: `for ${text} it failed` }));
      },
      ends: { login, scrape },
      reads: MASKED,
    })),
    place(
      ["echoed in an answer that is no JSON", "devolvido em uma resposta que não é JSON"],
      echoes(200, (text) => `<p>${text}</p>`, asIs),
      { scrape: unknown("contract-broken", [1, 0]) },
    ),
    place(
      ["echoed in a page, with tags in the middle", "devolvido em uma página, com tags no meio"],
      echoes(500, (text) => `<p>${Array.from(text).join("<b></b>")}</p>`, asIs),
      { scrape: unknown("api-error", [1, 0]) },
    ),
    place(
      ["echoed in an answer of the wrong shape", "devolvido em uma resposta com a forma errada"],
      echoes(200, (text) => ({ request: { token: text } }), asIs),
      { scrape: unknown("contract-broken", [1, 0]) },
    ),
    place(
      ["echoed as the name of a field", "devolvido como nome de um campo"],
      echoes(200, (text) => ({ [text]: text }), asIs),
      { scrape: unknown("contract-broken", [1, 0]), gate: failed("contract-broken", [1, 0]) },
      { inputs: QUICK },
    ),
    place(
      ["echoed in the message of an empty scrape", "devolvido na mensagem de uma coleta vazia"],
      echoes(200, (text) => ({ msg: text }), asIs),
      { scrape: failed("no-data", [1, 0]), train: failed("no-data", [1, 1]) },
    ),
    place(
      ["echoed in the name of an artifact", "devolvido no nome de um artefato"],
      echoes(200, (text) => ({ artifacts_saved: [`${text}.pkl`] }), asIs),
      { train: succeeded() },
    ),
    place(
      ["echoed in a redirect's target", "devolvido no destino de um redirecionamento"],
      echoes(
        308,
        () => "",
        encodeURIComponent,
        (text) => ({ Location: `/login?next=${text}` }),
      ),
      { login: failed("redirect-refused", [0, 0]), scrape: failed("redirect-refused", [1, 0]) },
    ),
    place(
      ["echoed in a redirect to another host", "devolvido em um redirecionamento para outro host"],
      echoes(
        308,
        () => "",
        encodeURIComponent,
        (text) => ({ Location: `https://${text.slice(0, 40)}.example/${text}` }),
      ),
      { login: failed("redirect-refused", [0, 0]), scrape: failed("redirect-refused", [1, 0]) },
    ),
    place(
      ["echoed in the name of an encoding", "devolvido no nome de uma codificação"],
      echoes(
        200,
        () => ({}),
        asIs,
        (text) => ({ "Content-Encoding": text }),
      ),
      { scrape: unknown("contract-broken", [1, 0]) },
    ),
    {
      what: ["a wrong password, echoed in the refusal", "uma senha errada, devolvida na recusa"],
      inputs: { password: "wr0ng-but-secret" },
      wire: echoes(401, (text) => ({ error: `${text} is wrong` }), asIs),
      ends: { login },
      reads: ["*** is wrong", "*** is wrong"],
    },
    {
      what: [
        "the other token of a log-in, with a line break in it",
        "o outro token de um login, com uma quebra de linha",
      ],
      script: { login: says(200, { access_token: "one-of-two", refresh_token: OTHER_TOKEN }) },
      wire: says(500, { error: `${OTHER_TOKEN} is not known` }),
      ends: { scrape },
      reads: ["*** is not known", "*** is not known"],
      secrets: OTHER_TOKEN.split("\n"),
    },
    password(
      ["a password with line breaks", "uma senha com quebras de linha"],
      "first-line-1\nsecond-line-2\r\nthird-line-3",
    ),
    password(
      ["a password with quotes and backslashes", "uma senha com aspas e barras invertidas"],
      `a"b'c\\d"e'f\\g"h`,
    ),
    password(["a password with `%`", "uma senha com `%`"], "100%25-of-it%0A::x%"),
    password(["a password with `::`", "uma senha com `::`"], "::error::a-secret::"),
    password(["a password with emoji", "uma senha com emojis"], "🔑📚🐍🌍🔒🚀🎈🎉"),
    password(
      ["a password with blanks at its ends", "uma senha com espaços nas pontas"],
      "  a secret of mine  ",
    ),
    password(["a password with accents", "uma senha com acentos"], "coração-é-não-sê-tão"),
    password(
      ["a password of 1,000 characters", "uma senha de 1.000 caracteres"],
      Array.from({ length: 1000 }, (_, index) =>
        String.fromCodePoint(97 + ((index * index * 7 + index) % 26)),
      ).join(""),
    ),
    password(["a password of stars", "uma senha de asteriscos"], "***********", {
      reads: ["HTTP 500", "HTTP 500"],
      ends: { scrape },
    }),
    {
      what: [
        "a password of three characters: a warning that it cannot be hidden",
        "uma senha de três caracteres: um aviso de que não dá para escondê-la",
      ],
      inputs: { password: "abc" },
      world: async (stage, script) => {
        const { port } = await stage.api(script, { user: { ...USER, password: "abc" } });
        return { url: `http://127.0.0.1:${port}` };
      },
      ends: { login: succeeded() },
      reads: ["`password` has fewer than 4 characters.", "`password` tem menos de 4 caracteres."],
      also: ({ masks, annotations }) => {
        assert(!masks.includes("abc"));
        assert.equal(annotations.filter(({ level }) => level === "warning").length, 1);
      },
    },
    {
      what: ["a user whose name is the password", "um usuário cujo nome é a senha"],
      inputs: { username: USER.password },
      world: async (stage, script) => {
        const { port } = await stage.api(script, { user: { ...USER, username: USER.password } });
        return { url: `http://127.0.0.1:${port}` };
      },
      ends: { login: succeeded() },
      reads: ["as `***`", "usuário `***`"],
    },
    {
      what: ["every exchange under step debug", "cada chamada com a depuração ligada"],
      world: async (stage, script) => {
        const { port } = await stage.api(script);
        return { url: `http://127.0.0.1:${port}`, env: { RUNNER_DEBUG: "1" } };
      },
      ends: { login: succeeded() },
      reads: ["20 books refreshed", "20 livros atualizados"],
      also: ({ raw }) => assert(raw.includes("::debug::")),
    },
  ],
};
