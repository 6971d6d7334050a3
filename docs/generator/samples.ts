import { features, scrape } from "../../src/books/endpoints.ts";
import type { Failure, FailureCode } from "../../src/pipeline/failure.ts";
import type { Scene } from "../../src/report/words/words.ts";
import { createDoor } from "../../src/text/plain.ts";

type FactsOf<C> = Omit<Extract<Failure, { code: C }>, "code">;
type SamplesOf<C> = readonly (FactsOf<C> & { readonly scene?: Partial<Scene> })[];

/** A failure as it happened somewhere. */
export interface Sample {
  readonly failure: Failure;
  readonly scene: Scene;
}

/** An API on the internet that was called from a machine of GitHub's. */
const USUAL_SCENE: Scene = {
  hostKind: "public",
  runner: "github-hosted",
  links: {
    run: undefined,
    variables: undefined,
    secrets: undefined,
    workflow: undefined,
    failures: undefined,
  },
};

const said = createDoor((text) => text);
const at = (host: string, port: number) => ({ host: said(host), address: said(`${host}:${port}`) });
const api = at("books.example.com", 443);
const lan = at("192.168.0.10", 5000);
const loopback = at("localhost", 5000);
const bare = { detail: said("") };
const location = said("http://books.example.com/api/v1/scrape/");

/** What readers meet most, and whatever needs other advice. */
const SAMPLES: { readonly [C in FailureCode]: SamplesOf<C> } = {
  "settings-invalid": [
    {
      problems: [
        { kind: "plain-http-to-public-host", input: "api-url", host: said("203.0.113.7:5000") },
        { kind: "missing", input: "password" },
        { kind: "malformed", input: "scrape-timeout", value: said("600"), expected: "duration" },
      ],
    },
  ],
  "api-unreachable": [
    { reason: "refused", ...api, ...bare },
    { reason: "unknown-host", ...api, ...bare },
    { reason: "no-answer", ...api, ...bare },
    { reason: "no-answer", ...lan, ...bare, scene: { hostKind: "private" } },
    { reason: "refused", ...loopback, ...bare, scene: { hostKind: "loopback" } },
    {
      reason: "refused",
      ...loopback,
      ...bare,
      scene: { hostKind: "loopback", runner: "self-hosted" },
    },
    { reason: "proxy", ...api, ...bare, proxy: said("proxy.example.com:3128") },
  ],
  "tls-untrusted": [
    { reason: "self-signed", ...api, ...bare },
    { reason: "expired", ...api, ...bare },
    { reason: "wrong-host", ...api, ...bare },
    { reason: "not-tls", ...api, ...bare },
    { reason: "client-certificate", ...api, ...bare },
  ],
  "redirect-refused": [
    {
      status: 308,
      location,
      advice: { kind: "set-path", setting: "scrape-path", path: said("/api/v1/scrape/") },
      scene: { task: "scrape" },
    },
    {
      status: 301,
      location: said("https://books.example.org/"),
      advice: { kind: "set-url", url: said("https://books.example.org") },
      scene: { task: "login" },
    },
  ],
  "credentials-rejected": [{ words: said("Usuário ou senha inválidas"), scene: { task: "login" } }],
  "token-rejected": [
    { status: 401, words: said("Token inválido"), scene: { task: "scrape" } },
    { status: 403, scene: { task: "scrape" } },
  ],
  "rate-limited": [{ status: 429, scene: { task: "login" } }],
  "api-unhealthy": [
    { seen: said("api_status OK, db_status DOWN"), scene: { task: "health" } },
    { seen: said("HTTP 200 Welcome to nginx!"), scene: { task: "health" } },
  ],
  "api-error": [
    { status: 404, asked: said("GET /api/v1/api/v1/health/"), scene: { task: "health" } },
    {
      status: 500,
      words: said("'NoneType' object has no attribute 'find'"),
      scene: { task: "scrape" },
    },
    { status: 504, words: said("504 Gateway Time-out"), scene: { task: "scrape" } },
  ],
  "contract-broken": [
    {
      problem: { kind: "not-json", excerpt: said("Welcome to the Wi-Fi of the library") },
      scene: { task: "login" },
    },
    {
      problem: { kind: "wrong-shape", field: "total_records", excerpt: said('{"total": 20}') },
      scene: { task: "scrape" },
    },
    { problem: { kind: "no-usable-token" }, scene: { task: "login" } },
    {
      problem: {
        kind: "other-success",
        status: 202,
        asked: said("POST /api/v1/scrape/"),
        excerpt: said(""),
      },
      scene: { task: "scrape" },
    },
  ],
  "no-data": [
    { of: "records", words: said("Nenhum dado coletado."), scene: { task: "scrape" } },
    {
      of: "artifacts",
      words: said("Nenhum dado encontrado para treinamento."),
      scene: { task: "train" },
    },
  ],
  "data-dropped": [
    {
      rule: { kind: "max-drop", stored: 400, before: 1000, maxDropPercent: 50 },
      scene: { task: "gate" },
    },
    {
      rule: { kind: "stored-differs", reported: 1000, stored: 800 },
      scene: { task: "gate" },
    },
    { rule: { kind: "min-records", reported: 20, minRecords: 500 }, scene: { task: "gate" } },
  ],
  "timed-out": [{ setting: "scrape-timeout", timeoutMs: 600_000, scene: { task: "scrape" } }],
  "connection-lost": [{ during: "headers", ...bare, scene: { task: "scrape" } }],
  "response-too-large": [
    { part: "body", limitBytes: scrape.maxBodyBytes, scene: { task: "scrape" } },
    { part: "body", limitBytes: features.maxBodyBytes, scene: { task: "gate" } },
  ],
  cancelled: [{ mayBeWorking: true, scene: { task: "scrape" } }],
  "internal-error": [{ detail: said("TypeError: x is not a function") }],
};

/** How a code looks to those who meet it. */
export function samplesOf(code: FailureCode): readonly Sample[] {
  return SAMPLES[code].map(({ scene, ...facts }) => ({
    // The facts of another code do not compile above; here the tie between code and facts is lost.
    failure: { code, ...facts } as unknown as Failure,
    scene: { ...USUAL_SCENE, ...scene },
  }));
}
