import { describe, expect, test } from "@jest/globals";
import * as endpoints from "../../src/books/endpoints.ts";
import type { Endpoint } from "../../src/books/endpoints.ts";
import { judge } from "../../src/books/judge.ts";
import type { Ending } from "../../src/http/exchange.ts";
import { answered, asked, door, outcome } from "./verdict.ts";

const refused: Ending = {
  kind: "not-sent",
  obstacle: { kind: "connect", code: "ECONNREFUSED", detail: "connect ECONNREFUSED" },
};
const untrusted: Ending = {
  kind: "not-sent",
  obstacle: { kind: "certificate", code: "CERT_HAS_EXPIRED", detail: "expired" },
};
const namesOf = (count: number) => answered(200, { artifacts_saved: Array(count).fill("a") });
const HTML = "<!doctype html><title>500 Internal Server Error</title>";
const DONE = { msg: "Web scraping realizado com sucesso", total_records: 20 };

describe("scrape: an effect", () => {
  test.each<[string, Ending, string]>([
    ["refused before it was sent", refused, "retry api-unreachable"],
    ["a certificate that is not trusted", untrusted, "retry tls-untrusted"],
    [
      "a proxy that refuses",
      { kind: "not-sent", obstacle: { kind: "proxy", proxy: "p:1", detail: "407" } },
      "retry api-unreachable",
    ],
    [
      "a stalled handshake",
      { kind: "not-sent", obstacle: { kind: "stalled", during: "tls" } },
      "retry api-unreachable",
    ],
    [
      "sent, then reset",
      { kind: "lost", during: "headers", detail: "ECONNRESET" },
      "unknown connection-lost",
    ],
    [
      "sent, then cut",
      { kind: "lost", during: "body", detail: "aborted" },
      "unknown connection-lost",
    ],
    ["sent, then the deadline", { kind: "deadline", during: "headers" }, "unknown timed-out"],
    [
      "too large, although 200",
      { kind: "too-large", part: "body", limitBytes: 1, status: 200 },
      "unknown response-too-large",
    ],
    ["too large", { kind: "too-large", part: "body", limitBytes: 1 }, "unknown response-too-large"],
    ["garbage", { kind: "garbage", detail: "HPE_INVALID_CONSTANT" }, "unknown contract-broken"],
    ["cancelled", { kind: "cancelled", sent: true }, "failed cancelled"],
    ["401", answered(401, { error: "Token expirado" }), "log-in-again token-rejected"],
    ["401 in HTML", answered(401, HTML), "log-in-again token-rejected"],
    ["403", answered(403, HTML), "failed token-rejected"],
    ["429", answered(429, HTML), "retry rate-limited"],
    ["503 with Retry-After", answered(503, "", { "retry-after": "3" }), "retry rate-limited"],
    ["503 without", answered(503, ""), "unknown api-error"],
    ["301", answered(301, ""), "failed redirect-refused"],
    ["307", answered(307, ""), "failed redirect-refused"],
    ["308", answered(308, ""), "failed redirect-refused"],
    ["302", answered(302, ""), "unknown redirect-refused"],
    ["303", answered(303, ""), "unknown redirect-refused"],
    ["304", answered(304, ""), "unknown redirect-refused"],
    ["408", answered(408, { error: "late" }), "unknown api-error"],
    ["502", answered(502, { error: "upstream" }), "unknown api-error"],
    ["504 in HTML", answered(504, HTML), "unknown api-error"],
    ["504 with Retry-After", answered(504, "", { "retry-after": "3" }), "unknown api-error"],
    ["504 in a proxy's JSON", answered(504, { error: "late" }), "unknown api-error"],
    ["300", answered(300, ""), "unknown redirect-refused"],
    ["399", answered(399, ""), "unknown redirect-refused"],
    ["400", answered(400, { error: "no" }), "failed api-error"],
    ["499", answered(499, ""), "failed api-error"],
    ["599", answered(599, { error: "no" }), "failed api-error"],
    ["404", answered(404, HTML), "failed api-error"],
    ["405", answered(405, HTML), "failed api-error"],
    ["500 with the API's words", answered(500, { error: "psycopg2" }), "failed api-error"],
    ["500 in HTML", answered(500, HTML), "unknown api-error"],
    ["500 with another JSON", answered(500, { message: "no" }), "unknown api-error"],
    ["500 with an error that is no text", answered(500, { error: 1 }), "unknown api-error"],
    ["a status that does not exist", answered(600, { error: "no" }), "unknown contract-broken"],
    ["an interim status as the last", answered(199, ""), "unknown contract-broken"],
    ["202: accepted is not done", answered(202, DONE), "unknown contract-broken"],
    ["206: a part of an answer", answered(206, DONE), "unknown contract-broken"],
    ["success", answered(200, DONE), 'proved {"records":20}'],
    [
      "success with more and with fewer fields",
      answered(200, { total_records: 20, extra: [] }),
      'proved {"records":20}',
    ],
    [
      "success with words of another type",
      answered(200, { total_records: 20, msg: 5 }),
      'proved {"records":20}',
    ],
    [
      "success after a byte order mark",
      answered(200, `\ufeff${JSON.stringify(DONE)}`),
      'proved {"records":20}',
    ],
    ["the empty scrape", answered(200, { msg: "Nenhum dado coletado." }), "failed no-data"],
    ["zero records", answered(200, { ...DONE, total_records: 0 }), "failed no-data"],
    ["negative", answered(200, { ...DONE, total_records: -1 }), "unknown contract-broken"],
    ["a text", answered(200, { ...DONE, total_records: "20" }), "unknown contract-broken"],
    ["a fraction", answered(200, { ...DONE, total_records: 1.5 }), "unknown contract-broken"],
    ["1e309", answered(200, '{"msg":"ok","total_records":1e309}'), "unknown contract-broken"],
    [
      "null for the count",
      answered(200, { ...DONE, total_records: null }),
      "unknown contract-broken",
    ],
    ["neither count nor message", answered(200, {}), "unknown contract-broken"],
    [
      "the count as an inherited key",
      answered(200, '{"__proto__":{"total_records":20}}'),
      "unknown contract-broken",
    ],
    ["null", answered(200, "null"), "unknown contract-broken"],
    ["a number", answered(200, "20"), "unknown contract-broken"],
    ["an array", answered(200, "[20]"), "unknown contract-broken"],
    ["nothing", answered(200, ""), "unknown contract-broken"],
    ["HTML", answered(200, HTML), "unknown contract-broken"],
    ["100,000 brackets", answered(200, "[".repeat(100_000)), "unknown contract-broken"],
    ["compressed", answered(200, DONE, { "content-encoding": "gzip" }), "unknown contract-broken"],
    [
      "bad UTF-8",
      { kind: "answered", status: 200, headers: {}, body: Buffer.from([0x7b, 0xff, 0x7d]) },
      "unknown contract-broken",
    ],
  ])("%s", (_case, ending, expected) => {
    expect(outcome(endpoints.scrape, ending)).toBe(expected);
  });
});

describe("train: a GET with effects", () => {
  test.each<[string, Ending, string]>([
    ["success", answered(200, { artifacts_saved: ["a.pkl"] }), 'proved ["a.pkl"]'],
    [
      "the empty training",
      answered(200, { msg: "Nenhum dado encontrado para treinamento." }),
      "failed no-data",
    ],
    ["an empty list", answered(200, { artifacts_saved: [] }), "failed no-data"],
    ["a list of too many", namesOf(100_001), "unknown contract-broken"],
    ["not a list", answered(200, { artifacts_saved: "a.pkl" }), "unknown contract-broken"],
    [
      "a list of something else",
      answered(200, { artifacts_saved: [1] }),
      "unknown contract-broken",
    ],
    [
      "sent, then reset",
      { kind: "lost", during: "headers", detail: "" },
      "unknown connection-lost",
    ],
  ])("%s", (_case, ending, expected) => {
    expect(outcome(endpoints.training, ending)).toBe(expected);
  });
});

describe("reads: tried again on anything but a clear refusal", () => {
  test.each<[string, Endpoint<unknown>, Ending, string]>([
    [
      "a reset",
      endpoints.stats,
      { kind: "lost", during: "headers", detail: "" },
      "retry connection-lost",
    ],
    ["a deadline", endpoints.stats, { kind: "deadline", during: "body" }, "retry timed-out"],
    [
      "a 500 with words",
      endpoints.stats,
      answered(500, { error: "stale connection" }),
      "retry api-error",
    ],
    ["the wrong shape", endpoints.stats, answered(200, {}), "retry contract-broken"],
    [
      "404: stats while the database is down",
      endpoints.stats,
      answered(404, { msg: "Nenhuma estatística disponível" }),
      "failed api-error",
    ],
    ["a redirect", endpoints.stats, answered(302, ""), "failed redirect-refused"],
    [
      "stats",
      endpoints.stats,
      answered(200, { total_books: 0 }),
      'proved {"records":0,"numbers":"0 0"}',
    ],
    [
      "features",
      endpoints.features,
      answered(200, { features: [], total_records: 0 }),
      'proved {"kind":"counted","records":0}',
    ],
    [
      "features in an error beyond 8 MiB",
      endpoints.features,
      { kind: "too-large", part: "body", limitBytes: 8, status: 500 },
      "retry response-too-large",
    ],
    ["another success than 200", endpoints.stats, answered(206, {}), "retry contract-broken"],
    [
      "features beyond 8 MiB",
      endpoints.features,
      { kind: "too-large", part: "body", limitBytes: 8, status: 200 },
      'proved {"kind":"too-large","limitBytes":8388608}',
    ],
    [
      "health",
      endpoints.health,
      answered(200, { api_status: "OK", db_status: "UP" }),
      "proved true",
    ],
    [
      "health without a database",
      endpoints.health,
      answered(200, { api_status: "OK", db_status: "DOWN" }),
      "retry api-unhealthy",
    ],
    ["health in HTML", endpoints.health, answered(200, HTML), "retry api-unhealthy"],
    ["health 502", endpoints.health, answered(502, HTML), "retry api-unhealthy"],
    [
      "health 401: there is no log-in to renew",
      endpoints.health,
      answered(401, HTML),
      "failed api-error",
    ],
    ["health 404", endpoints.health, answered(404, HTML), "failed api-error"],
  ])("%s", (_case, endpoint, ending, expected) => {
    expect(outcome(endpoint, ending)).toBe(expected);
  });
});

describe("login", () => {
  test.each<[string, Ending, string]>([
    ["success", answered(200, { access_token: "a.b.c" }), 'proved {"access":"a.b.c"}'],
    [
      "a wrong password",
      answered(401, { error: "Usuário ou senha inválidas" }),
      "failed credentials-rejected",
    ],
    ["no token", answered(200, {}), "failed contract-broken"],
    ["an empty token", answered(200, { access_token: "" }), "failed contract-broken"],
    [
      "a token with a line break",
      answered(200, { access_token: "a\nb" }),
      "failed contract-broken",
    ],
    [
      "a token of 20 KB",
      answered(200, { access_token: "a".repeat(20_000) }),
      "failed contract-broken",
    ],
    ["an array", answered(200, "[]"), "failed contract-broken"],
    ["another success than 200", answered(201, { access_token: "a.b.c" }), "retry contract-broken"],
    ["an HTML 500: its database is down", answered(500, HTML), "retry api-error"],
    ["a reset", { kind: "lost", during: "headers", detail: "" }, "retry connection-lost"],
  ])("%s", (_case, ending, expected) => {
    expect(outcome(endpoints.login, ending)).toBe(expected);
  });
});

test("the words of an error page are its text, without tags and bounded", () => {
  const page = `<html><style>p{}</style><h1>Oops</h1><p>${"x".repeat(5000)}</p>`;
  const disposition = judge(endpoints.scrape, answered(500, page), asked, door);
  const words =
    "failure" in disposition && "words" in disposition.failure ? disposition.failure.words : "";
  expect(words).toMatch(/^Oops x+…$/);
  expect(words).toHaveLength(160);
});
