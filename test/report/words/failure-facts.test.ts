import { expect, test } from "@jest/globals";
import type { Failure } from "../../../src/pipeline/failure.ts";
import { LANGUAGES } from "../../../src/settings/settings.ts";
import type { Scene } from "../../../src/report/words/words.ts";
import type { Plain } from "../../../src/text/plain.ts";
import { linesOf } from "./voices.ts";

const VARIABLES = "https://github.example/variables";
const SECRETS = "https://github.example/secrets";
const links = {
  run: undefined,
  variables: VARIABLES,
  secrets: SECRETS,
  workflow: undefined,
  failures: undefined,
};

const at = {
  host: "books.example.com" as Plain,
  address: "books.example.com:8443" as Plain,
  detail: "" as Plain,
};
const FACTS: readonly (readonly [Failure, readonly string[]])[] = [
  [{ code: "api-unreachable", reason: "refused", ...at }, ["books.example.com:8443", "API_URL"]],
  [
    { code: "api-unreachable", reason: "proxy", proxy: "proxy.example:3128" as Plain, ...at },
    ["books.example.com:8443", "proxy.example:3128", "no_proxy"],
  ],
  [
    { code: "tls-untrusted", reason: "self-signed", ...at },
    ["books.example.com:8443", "NODE_EXTRA_CA_CERTS"],
  ],
  [
    {
      code: "redirect-refused",
      status: 308,
      location: "http://a/b/" as Plain,
      advice: { kind: "set-path", setting: "scrape-path", path: "/b/" as Plain },
    },
    ["308", "http://a/b/", "“/b/”", "ORQUESTRA_SCRAPE_PATH", VARIABLES],
  ],
  [
    { code: "credentials-rejected", words: "Usuário ou senha inválidas" as Plain },
    ["Usuário ou senha inválidas", "API_USERNAME", "API_PASSWORD", SECRETS],
  ],
  [{ code: "token-rejected", status: 403 }, ["403"]],
  [{ code: "rate-limited", status: 429 }, ["429", "ORQUESTRA_TRAINING_TIMEOUT"]],
  [{ code: "api-unhealthy", seen: "db_status DOWN" as Plain }, ["db_status DOWN", "warm-up"]],
  [
    { code: "api-unhealthy", seen: "HTTP 200 Welcome" as Plain },
    ["HTTP 200 Welcome", "API_URL", "ORQUESTRA_HEALTH_PATH", "warm-up"],
  ],
  [
    { code: "api-error", status: 404, asked: "GET /api/v1/api/v1/health/" as Plain },
    ["404", "GET /api/v1/api/v1/health/", "API_URL", "no /api/v1|sem /api/v1", "training-path"],
  ],
  [{ code: "api-error", status: 500, words: "boom" as Plain }, ["500", "boom"]],
  [
    {
      code: "contract-broken",
      problem: { kind: "wrong-shape", field: "total_records", excerpt: "{}" as Plain },
    },
    ["total_records", "{}"],
  ],
  [
    {
      code: "contract-broken",
      problem: {
        kind: "other-success",
        status: 202,
        asked: "POST /api/v1/scrape/" as Plain,
        excerpt: "accepted" as Plain,
      },
    },
    ["HTTP 202", "POST /api/v1/scrape/", "accepted", "HTTP 200"],
  ],
  [
    { code: "contract-broken", problem: { kind: "too-many-values", limit: 120_000 } },
    ["120,000|120.000"],
  ],
  [
    { code: "tls-untrusted", reason: "client-certificate", ...at },
    ["books.example.com:8443", "client certificate|certificado de cliente"],
  ],
  [{ code: "no-data", of: "records", words: "Nenhum dado" as Plain }, ["Nenhum dado"]],
  [
    { code: "data-dropped", rule: { kind: "min-records", reported: 7, minRecords: 900 } },
    ["7", "900", "ORQUESTRA_MIN_RECORDS"],
  ],
  [
    { code: "data-dropped", rule: { kind: "stored-differs", reported: 800, stored: 790 } },
    ["800", "790"],
  ],
  [
    {
      code: "data-dropped",
      rule: { kind: "max-drop", stored: 400, before: 800, maxDropPercent: 40 },
    },
    ["400", "800", "50\u00a0%", "40\u00a0%", "ORQUESTRA_MAX_DROP"],
  ],
  [
    { code: "timed-out", setting: "training-timeout", timeoutMs: 1_800_000 },
    ["30\u00a0min", "training-timeout", "ORQUESTRA_TRAINING_TIMEOUT"],
  ],
  [{ code: "response-too-large", part: "headers", limitBytes: 65_536 }, ["64\u00a0KiB"]],
  [{ code: "internal-error", detail: "Error: boom" as Plain }, ["Error: boom"]],
];

test.each(FACTS)("%j is told with its facts", (failure, facts) => {
  const scene = { task: "train", hostKind: "public", runner: "github-hosted", links } as const;
  for (const language of LANGUAGES) {
    const told = linesOf(failure, scene, language).join(" ");

    const isTold = (fact: string) => fact.split("|").some((either) => told.includes(either));

    expect(facts.filter((fact) => !isTold(fact))).toEqual([]);
  }
});

test.each([
  ["records", "The scrape collected nothing", "A coleta não trouxe nada"],
  ["artifacts", "The training produced no model", "O treino não gerou nenhum modelo"],
] as const)("a success without %s is named for what it is", (of, en, pt) => {
  const scene = { hostKind: "public", runner: "unknown", links } as const;
  const headlines = LANGUAGES.map(
    (language) => linesOf({ code: "no-data", of }, scene, language)[0],
  );

  expect(headlines).toEqual([en, pt]);
});

test.each([
  ["gate", true],
  ["baseline", false],
  ["scrape", false],
] as const)("too large an answer in the %s leads to the statistics: %s", (task, expected) => {
  const scene = { task, hostKind: "public", runner: "unknown", links } as const;
  const failure: Failure = { code: "response-too-large", part: "body", limitBytes: 1024 };

  for (const language of LANGUAGES) {
    const told = linesOf(failure, scene, language).join(" ");
    expect(told.includes("ORQUESTRA_STATS_PATH")).toBe(expected);
  }
});

const OWNER = ["The owner of the API.", "o responsável pela API."];
const ADMIN = [
  "Anyone who can change this repository's settings.",
  "quem pode alterar as configurações deste repositório.",
];

test.each([
  ["api_status OK, db_status DOWN", OWNER],
  ["HTTP 502 Bad Gateway", OWNER],
  ["HTTP 200 <!doctype html>", ADMIN],
])("who acts on a health check that says %s", (seen, who) => {
  const scene = { task: "health", hostKind: "public", runner: "unknown", links } as const;
  const failure: Failure = { code: "api-unhealthy", seen: seen as Plain };

  expect(LANGUAGES.map((language) => linesOf(failure, scene, language)[2])).toEqual(who);
});

test("localhost on a machine of GitHub's is for the repository to change, and elsewhere for the API", () => {
  const failure: Failure = {
    code: "api-unreachable",
    reason: "refused",
    host: "localhost" as Plain,
    address: "localhost:5000" as Plain,
    detail: "" as Plain,
  };
  const from = (runner: Scene["runner"]) =>
    LANGUAGES.map((language) =>
      linesOf(failure, { task: "health", hostKind: "loopback", runner, links }, language),
    );

  expect(from("github-hosted").map(([, , who]) => who)).toEqual([
    ADMIN[0],
    "quem administra este repositório e a rede da API.",
  ]);
  for (const lines of from("github-hosted")) expect(lines.join(" ")).toMatch(/GitHub.*self-hosted/);
  expect(from("self-hosted").map(([, , who]) => who)).toEqual(OWNER);
  for (const lines of from("self-hosted")) expect(lines.at(-1)).toContain("http://api:5000");
});

/** What may have happened must not be started a second time while it goes on. */
const OVERLAP = /two at once overlap|duas ao mesmo tempo se sobrepõem/;

test.each<[Failure, boolean]>([
  [{ code: "timed-out", setting: "scrape-timeout", timeoutMs: 1000 }, true],
  [{ code: "connection-lost", during: "headers", detail: "" as Plain }, true],
  [{ code: "contract-broken", problem: { kind: "not-utf8" } }, true],
  [{ code: "response-too-large", part: "body", limitBytes: 1024 }, true],
  [{ code: "redirect-refused", status: 303, advice: { kind: "ask-owner" } }, true],
  [{ code: "redirect-refused", status: 308, advice: { kind: "ask-owner" } }, false],
  ...[408, 502, 503, 504].map((status): [Failure, true] => [{ code: "api-error", status }, true]),
  ...[404, 500].map((status): [Failure, false] => [{ code: "api-error", status }, false]),
])("%j: the last step of a scrape is to wait for its end: %s", (failure, expected) => {
  for (const language of LANGUAGES) {
    const scene = { hostKind: "public", runner: "unknown", links } as const;
    const ofScrape = linesOf(failure, { ...scene, task: "scrape" }, language);
    const ofLogin = linesOf(failure, { ...scene, task: "login" }, language);

    expect(OVERLAP.test(ofScrape.at(-1) ?? "")).toBe(expected);
    expect(OVERLAP.test(ofLogin.join(" "))).toBe(false);
  }
});
