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
import { body, raw, says } from "./wire.ts";

/** Stands behind all of it: what is shown as text is shown to its end. */
const MARK: Said = ["the-end-of-it", "the-end-of-it"];

const PAYLOADS: readonly (readonly [what: Said, text: string])[] = [
  [
    ["a command of the runner on its own line", "um comando do runner em linha própria"],
    "\n::error::pwned\n",
  ],
  [
    ["a command behind a carriage return", "um comando depois de um retorno de carro"],
    "x\r::warning::pwned",
  ],
  [["a command behind U+2028", "um comando depois de U+2028"], "x\u2028::notice::pwned"],
  [["a command behind blanks", "um comando depois de espaços"], "\n   ::error file=a::pwned"],
  [["`##[group]`", "`##[group]`"], "##[group]pwned ##[error]pwned"],
  [["`::stop-commands::`", "`::stop-commands::`"], "\n::stop-commands::x\n"],
  [["`::add-mask::`", "`::add-mask::`"], "\n::add-mask::the\n"],
  [
    ["`::set-output`", "`::set-output`"],
    "\n::set-output name=result::pwned\n::save-state name=journal::x\n",
  ],
  [
    ["ANSI colours and titles", "cores e títulos ANSI"],
    "\u001b[31mred\u001b[0m\u001b]0;title\u0007\u009b31m",
  ],
  [["NUL and bells", "NUL e sinos"], "a\0b\u0007c\b\b\b"],
  [
    ["right-to-left marks", "marcas da direita para a esquerda"],
    "\u202egnp.exe\u2066x\u2069\u200f",
  ],
  [["zero width and tags", "largura zero e tags"], "a\u200bb\u200d\ufeff\u{e0041}c"],
  [["lone surrogates", "substitutos isolados"], "\ud800 \udc00"],
  [["a table's pipe", "a barra de uma tabela"], "| a | b |\n|---|---|\n| c | d |"],
  [["backticks", "crases"], "` `` ``` ```` `"],
  [["a fence of code", "uma cerca de código"], "\n```mermaid\ngraph TD\n```\n"],
  [
    ["HTML", "HTML"],
    "<img src=https://evil.example/x.png onerror=alert(1)><script>alert(1)</script>",
  ],
  [["HTML that is cut open", "HTML que fica aberto"], "</code></td></table><h1>pwned</h1><!--"],
  [["entities", "entidades"], "&lt;img src=x&gt; &#60;b&#62;"],
  [
    ["Markdown", "Markdown"],
    "# pwned\n![x](https://evil.example/x.png) [x](https://evil.example) **b**\n- [ ] x",
  ],
  [
    ["a link by itself", "um link por si só"],
    "https://evil.example/x www.evil.example team@evil.example",
  ],
  [["a mention and a reference", "uma menção e uma referência"], "@team #1 GH-1 org/repo#1"],
  [["an alert and a rule", "um alerta e uma linha"], "> [!WARNING]\n> pwned\n\n---\n"],
  [
    ["an expression of GitHub's", "uma expressão do GitHub"],
    "${{ secrets.API_PASSWORD }} $(id) `id` %s %0A::error::x",
  ],
];

/** All of the worst in 140 characters, for a field that is cut early. */
const WORST =
  "\r\n::error::pwned\n##[group]x\u001b[31m\0\u202e|` <img src=x> </code>@team #1 https://evil.example/ ::stop-commands::x\n";

const shown = (
  what: Said,
  wire: Case["wire"],
  ends: Case["ends"],
  more: Partial<Case> = {},
): Case => ({
  what,
  ...(wire ? { wire } : {}),
  ends,
  reads: MARK,
  ...more,
});

const field = (
  name: string,
  nameInPortuguese: string,
  ...rest: [Case["wire"], Case["ends"], Partial<Case>?]
): Case => shown([`all of it in ${name}`, `tudo isso ${nameInPortuguese}`], ...rest);

const scrapeFailed: { readonly scrape: End } = { scrape: failed("api-error", [1, 0]) };
const scrapeLost: { readonly scrape: End } = { scrape: unknown("api-error", [1, 0]) };
const HOSTILE = `${WORST}${MARK[0]}`;

export const hostileText: FaultClass = {
  id: "hostile-text",
  title: ["Hostile text", "Texto hostil"],
  promise: [
    "Whatever the API says is text: one line, cut, in a code span. It gives the runner no command, the page no markup, no link and no mention, and hides nothing from its readers.",
    "Tudo o que a API diz é texto: uma linha, cortada, como código. Não dá nenhum comando ao runner, nem marcação, link ou menção à página, e não esconde nada de quem lê.",
  ],
  cases: [
    ...PAYLOADS.map(([what, text]) =>
      shown(what, says(500, { error: `${text} ${MARK[0]}` }), scrapeFailed),
    ),
    {
      what: ["1 MB of text", "1 MB de texto"],
      wire: says(500, { error: "🐍 <b>".repeat(100_000) }),
      ends: scrapeFailed,
      reads: ["🐍 <b>🐍 <b>🐍", "🐍 <b>🐍 <b>🐍"],
    },
    field(
      "the health page",
      "na verificação de saúde",
      says(200, { api_status: HOSTILE, db_status: HOSTILE }),
      { health: failed("api-unhealthy", [0, 0]) },
      { inputs: { ...QUICK, "warm-up": "1s" } },
    ),
    field("the refusal of a log-in", "na recusa de um login", says(401, { error: HOSTILE }), {
      login: failed("credentials-rejected", [0, 0]),
    }),
    field("the refusal of a token", "na recusa de um token", says(403, { error: HOSTILE }), {
      scrape: failed("token-rejected", [1, 0]),
      train: failed("token-rejected", [1, 1]),
    }),
    field(
      "a page of HTML",
      "em uma página HTML",
      says(500, `<title>${HOSTILE}</title>`),
      scrapeLost,
    ),
    field("an answer that is no JSON", "em uma resposta que não é JSON", body(HOSTILE), {
      scrape: unknown("contract-broken", [1, 0]),
    }),
    field(
      "an answer of the wrong shape",
      "em uma resposta com a forma errada",
      body(JSON.stringify({ [HOSTILE]: HOSTILE })),
      { scrape: unknown("contract-broken", [1, 0]), gate: failed("contract-broken", [1, 0]) },
      { inputs: QUICK },
    ),
    field(
      "the message of an empty scrape",
      "na mensagem de uma coleta vazia",
      says(200, { msg: HOSTILE }),
      { scrape: failed("no-data", [1, 0]), train: failed("no-data", [1, 1]) },
    ),
    field(
      "the names of artifacts",
      "nos nomes dos artefatos",
      says(200, { artifacts_saved: ["the-end-of-it", HOSTILE, HOSTILE] }),
      { train: succeeded() },
    ),
    field(
      "a redirect's target",
      "no destino de um redirecionamento",
      raw(
        `HTTP/1.1 308 Gone\r\nLocation: /x|\`<img src=x>@team#1##[group]::error::${MARK[0]}\r\nContent-Length: 0\r\n\r\n`,
      ),
      { scrape: failed("redirect-refused", [1, 0]) },
    ),
    field(
      "a redirect's target on another host",
      "no destino de um redirecionamento em outro host",
      raw(
        `HTTP/1.1 308 Gone\r\nLocation: https://evil.example/\`|<img/src=x>)]@team/${MARK[0]}\r\nContent-Length: 0\r\n\r\n`,
      ),
      { scrape: failed("redirect-refused", [1, 0]) },
    ),
    field(
      "the name of an encoding",
      "no nome de uma codificação",
      body("{}", `Content-Encoding: \`|<img src=x>@team#1 ::error::${MARK[0].slice(0, 8)}\r\n`),
      { scrape: unknown("contract-broken", [1, 0]) },
      { reads: ["::error::the-end", "::error::the-end"] },
    ),
    {
      what: [
        "all of it in the reason beside a status and in other headers",
        "tudo isso na frase ao lado do status e em outros cabeçalhos",
      ],
      wire: raw(
        "HTTP/1.1 500 ::error::pwned##[group]\r\nServer: ::error::pwned\r\nSet-Cookie: ##[group]x\r\nContent-Length: 0\r\n\r\n",
      ),
      ends: scrapeLost,
      unsaid: ["pwned"],
      reads: ["HTTP 500", "HTTP 500"],
    },
  ],
};
