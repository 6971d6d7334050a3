import type { ContractProblem, Failure, FailureCode } from "../../../src/pipeline/failure.ts";
import type { Expected, SettingsProblem } from "../../../src/settings/settings.ts";
import type { Plain } from "../../../src/text/plain.ts";

/** Values for tables about failures: by type, none of a closed union can be left out. */

type OfCode<C> = Extract<Failure, { code: C }>;
type OfKind<T extends { kind: string }> = { [K in T["kind"]]: Extract<T, { kind: K }> };

/** As hostile as text gets that is still one line. */
export const HOSTILE = "a|b <img src=x> `c` @team #1 ![d](https://e.example) **f**" as Plain;

const at = { host: "books.example.com" as Plain, address: "books.example.com:8443" as Plain };

const reasons: Record<OfCode<"api-unreachable">["reason"], true> = {
  "unknown-host": true,
  "name-service": true,
  refused: true,
  "no-route": true,
  "no-answer": true,
  reset: true,
  "tls-stalled": true,
  proxy: true,
};
const tlsReasons: Record<OfCode<"tls-untrusted">["reason"], true> = {
  "self-signed": true,
  expired: true,
  "wrong-host": true,
  "not-tls": true,
  "client-certificate": true,
  other: true,
};
const contractProblems: OfKind<ContractProblem> = {
  "not-http": { kind: "not-http" },
  "other-success": { kind: "other-success", status: 202, asked: HOSTILE, excerpt: HOSTILE },
  compressed: { kind: "compressed", encoding: HOSTILE },
  "not-utf8": { kind: "not-utf8" },
  "not-json": { kind: "not-json", excerpt: HOSTILE },
  "too-many-values": { kind: "too-many-values", limit: 120_000 },
  "wrong-shape": { kind: "wrong-shape", field: "total_records", excerpt: HOSTILE },
  "no-usable-token": { kind: "no-usable-token" },
};
const expected: Record<Expected, true> = {
  duration: true,
  "whole-number": true,
  percentage: true,
  boolean: true,
  url: true,
  "url-with-scheme": true,
  path: true,
  "time-zone": true,
  labels: true,
  logins: true,
  needs: true,
  "workflow-file": true,
};

const problems: OfKind<SettingsProblem> = {
  missing: { kind: "missing", input: "username" },
  malformed: { kind: "malformed", input: "warm-up", value: HOSTILE, expected: "duration" },
  "out-of-range": {
    kind: "out-of-range",
    input: "min-records",
    value: HOSTILE,
    min: 0,
    max: 1_000_000,
  },
  "not-one-of": {
    kind: "not-one-of",
    input: "language",
    value: HOSTILE,
    choices: ["en", "pt-BR"],
  },
  needs: { kind: "needs", input: "on-lost-answer", other: "stats-path" },
  "needs-at-least": { kind: "needs-at-least", input: "alert-after", other: "history", least: 4 },
  "malformed-webhook": { kind: "malformed-webhook", input: "notify-url" },
  "not-switchable": { kind: "not-switchable", input: "scrape-path" },
  "url-with-credentials": { kind: "url-with-credentials", input: "api-url" },
  "url-with-query": { kind: "url-with-query", input: "api-url" },
  "plain-http-to-public-host": {
    kind: "plain-http-to-public-host",
    input: "api-url",
    host: HOSTILE,
  },
};
export const SETTINGS_PROBLEMS: readonly SettingsProblem[] = [
  ...Object.values(problems),
  { ...problems.missing, input: "api-url" },
  { ...problems.missing, input: "password" },
  { ...problems.malformed, input: "dry-run", expected: "boolean" },
  ...keys(expected).map((what) => ({ ...problems.malformed, expected: what })),
];

const byCode: { readonly [C in FailureCode]: readonly Omit<OfCode<C>, "code">[] } = {
  "settings-invalid": [
    { problems: SETTINGS_PROBLEMS.slice(0, 1) },
    { problems: SETTINGS_PROBLEMS },
  ],
  "api-unreachable": [
    ...keys(reasons).map((reason) => ({ reason, ...at, detail: HOSTILE })),
    { reason: "proxy", ...at, proxy: "proxy.example:3128" as Plain, detail: "" as Plain },
  ],
  "tls-untrusted": keys(tlsReasons).map((reason) => ({
    reason,
    address: at.address,
    detail: HOSTILE,
  })),
  "redirect-refused": [
    { status: 302, advice: { kind: "ask-owner" } },
    {
      status: 308,
      location: HOSTILE,
      advice: { kind: "set-path", setting: "scrape-path", path: HOSTILE },
    },
    { status: 301, location: HOSTILE, advice: { kind: "set-url", url: HOSTILE } },
  ],
  "credentials-rejected": [{}, { words: HOSTILE }],
  "token-rejected": [{ status: 401 }, { status: 401, words: HOSTILE }, { status: 403 }],
  "rate-limited": [{ status: 429 }, { status: 503 }],
  "api-unhealthy": [
    { seen: HOSTILE },
    { seen: "HTTP 200 Welcome" as Plain },
    { seen: "HTTP 502 Bad Gateway" as Plain },
  ],
  "api-error": [
    ...[404, 405, 408, 500, 502, 503, 504].map((status) => ({ status })),
    { status: 500, words: HOSTILE },
    { status: 404, asked: HOSTILE },
    { status: 500, words: HOSTILE, asked: HOSTILE },
  ],
  "contract-broken": [
    ...Object.values(contractProblems),
    { kind: "not-json" as const, excerpt: "" as Plain },
    { ...contractProblems["other-success"], excerpt: "" as Plain },
  ].map((problem) => ({ problem })),
  "no-data": [{ of: "records" }, { of: "artifacts" }, { of: "records", words: HOSTILE }],
  "data-dropped": [
    { rule: { kind: "min-records", reported: 1, minRecords: 1500 } },
    { rule: { kind: "stored-differs", reported: 1000, stored: 1 } },
    { rule: { kind: "stored-differs", reported: 1, stored: 1000 } },
    { rule: { kind: "max-drop", stored: 4000, before: 10_000, maxDropPercent: 12.5 } },
  ],
  "timed-out": [{ setting: "scrape-timeout", timeoutMs: 600_000 }],
  "connection-lost": [
    { during: "headers", detail: HOSTILE },
    { during: "body", detail: "" as Plain },
  ],
  "response-too-large": [
    { part: "headers", limitBytes: 64 * 1024 },
    { part: "body", limitBytes: 8 * 1024 * 1024 },
  ],
  cancelled: [{ mayBeWorking: true }, { mayBeWorking: false }],
  "internal-error": [{ detail: HOSTILE }],
};

/** At least one failure of every code, and of everything that changes what is said about it. */
export const FAILURES: readonly Failure[] = keys(byCode).flatMap((code) =>
  byCode[code].map((facts) => ({ code, ...facts }) as Failure),
);

function keys<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record) as K[];
}
