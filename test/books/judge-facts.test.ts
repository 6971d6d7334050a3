import { describe, expect, test } from "@jest/globals";
import * as endpoints from "../../src/books/endpoints.ts";
import type { Endpoint } from "../../src/books/endpoints.ts";
import { judge } from "../../src/books/judge.ts";
import type { Ending } from "../../src/http/exchange.ts";
import type { Failure } from "../../src/pipeline/failure.ts";
import { createDoor } from "../../src/text/plain.ts";
import { answered } from "./verdict.ts";

const { health, login, scrape, stats, training } = endpoints;

const asked = {
  url: new URL("http://10.0.0.5:5000/shop/api/v1/scrape/"),
  prefix: "/shop",
  timeout: { setting: "scrape-timeout", timeoutMs: 600_000 },
} as const;
const HTML = "<!doctype html><title>502 Bad Gateway</title>";
const EMPTIED = "Nenhum dado coletado.";

function dispositionOf<T>(endpoint: Endpoint<T>, ending: Ending) {
  return judge(
    endpoint,
    ending,
    asked,
    createDoor((text) => text),
  );
}

function failureOf(endpoint: Endpoint<unknown>, ending: Ending): Failure | undefined {
  const disposition = dispositionOf(endpoint, ending);
  return disposition.kind === "proved" ? undefined : disposition.failure;
}

describe("what the sentences about a failure are made of", () => {
  test.each<[string, Endpoint<unknown>, Ending, object]>([
    [
      "an error with the API's words, and what was asked for",
      scrape,
      answered(500, { error: "psycopg2" }),
      { code: "api-error", status: 500, asked: "POST /shop/api/v1/scrape/", words: "psycopg2" },
    ],
    [
      "an error without any",
      scrape,
      answered(502, ""),
      { code: "api-error", status: 502, asked: "POST /shop/api/v1/scrape/" },
    ],
    [
      "a token that was rejected",
      scrape,
      answered(403, { error: "Token inválido" }),
      { code: "token-rejected", status: 403, words: "Token inválido" },
    ],
    ["a wrong password", login, answered(401, ""), { code: "credentials-rejected" }],
    ["a limit", scrape, answered(429, HTML), { code: "rate-limited", status: 429 }],
    [
      "the deadline: which setting, and how long",
      scrape,
      { kind: "deadline", during: "headers" },
      { code: "timed-out", setting: "scrape-timeout", timeoutMs: 600_000 },
    ],
    [
      "a lost answer: where, and how",
      scrape,
      { kind: "lost", during: "body", detail: "aborted" },
      { code: "connection-lost", during: "body", detail: "aborted" },
    ],
    [
      "an answer that is too large: what of it, and from where on",
      scrape,
      { kind: "too-large", part: "headers", limitBytes: 65_536 },
      { code: "response-too-large", part: "headers", limitBytes: 65_536 },
    ],
    [
      "garbage",
      scrape,
      { kind: "garbage", detail: "HPE_INVALID_CONSTANT" },
      { code: "contract-broken", problem: { kind: "not-http" } },
    ],
    [
      "a status that does not exist",
      scrape,
      answered(999, ""),
      { code: "contract-broken", problem: { kind: "not-http" } },
    ],
    [
      "the wrong shape: which field, and what came",
      scrape,
      answered(200, { total_records: "20" }),
      {
        code: "contract-broken",
        problem: {
          kind: "wrong-shape",
          field: "total_records",
          excerpt: '{"total_records":"20"}',
        },
      },
    ],
    [
      "no usable token: nothing of the answer is quoted",
      login,
      answered(200, { access_token: "half a token" }),
      { code: "contract-broken", problem: { kind: "no-usable-token" } },
    ],
    [
      "another success than 200: what was asked for, and what came",
      scrape,
      answered(202, { msg: "accepted" }),
      {
        code: "contract-broken",
        problem: {
          kind: "other-success",
          status: 202,
          asked: "POST /shop/api/v1/scrape/",
          excerpt: '{"msg":"accepted"}',
        },
      },
    ],
    [
      "the same of a log-in: nothing of the answer is quoted",
      login,
      answered(201, { access_token: "half a token" }),
      {
        code: "contract-broken",
        problem: {
          kind: "other-success",
          status: 201,
          asked: "POST /shop/api/v1/scrape/",
          excerpt: "",
        },
      },
    ],
    [
      "too many values: how many are parsed",
      scrape,
      answered(200, `[${Array(120_001).fill(1).join()}]`),
      { code: "contract-broken", problem: { kind: "too-many-values", limit: 120_000 } },
    ],
    [
      "an empty scrape, with its words",
      scrape,
      answered(200, { msg: EMPTIED }),
      { code: "no-data", of: "records", words: EMPTIED },
    ],
    [
      "an empty scrape, without",
      scrape,
      answered(200, { total_records: 0 }),
      { code: "no-data", of: "records" },
    ],
    [
      "an empty training",
      training,
      answered(200, { artifacts_saved: [] }),
      { code: "no-data", of: "artifacts" },
    ],
  ])("%s", (_case, endpoint, ending, failure) => {
    expect(failureOf(endpoint, ending)).toStrictEqual(failure);
  });
});

describe("an API that is not up: what was seen of it", () => {
  test.each<[string, Ending, string]>([
    [
      "its own words",
      answered(200, { api_status: "OK", db_status: "DOWN" }),
      "api_status OK, db_status DOWN",
    ],
    ["an error page", answered(502, HTML), "HTTP 502 502 Bad Gateway"],
    ["an error without a page", answered(502, ""), "HTTP 502"],
    ["another page", answered(200, HTML), "HTTP 200 502 Bad Gateway"],
    ["another JSON", answered(200, {}), "HTTP 200 {}"],
    ["what cannot be read", answered(200, "", { "content-encoding": "gzip" }), "HTTP 200"],
  ])("%s", (_case, ending, seen) => {
    expect(failureOf(health, ending)).toStrictEqual({ code: "api-unhealthy", seen });
  });
});

describe("a cancelled call leaves the API at work", () => {
  test.each<[string, Endpoint<unknown>, boolean, boolean]>([
    ["on a scrape that was sent", scrape, true, true],
    ["not on one that was not", scrape, false, false],
    ["not on a read", stats, true, false],
  ])("%s", (_case, endpoint, sent, mayBeWorking) => {
    const failure = failureOf(endpoint, { kind: "cancelled", sent });
    expect(failure).toStrictEqual({ code: "cancelled", mayBeWorking });
  });
});

describe("how to come back", () => {
  const connect = (code: string): Ending => ({
    kind: "not-sent",
    obstacle: { kind: "connect", code, detail: "" },
  });
  test.each<[string, Endpoint<unknown>, Ending, unknown]>([
    ["after a while to a port that is closed", scrape, connect("ECONNREFUSED"), "backoff"],
    ["without much hope to a host that does not exist", scrape, connect("ENOTFOUND"), "hopeless"],
    [
      "without much hope to a certificate that is not trusted",
      scrape,
      { kind: "not-sent", obstacle: { kind: "certificate", code: "", detail: "" } },
      "hopeless",
    ],
    ["after a while to a page that broke", stats, answered(502, HTML), "backoff"],
    ["as told by a limit", scrape, answered(429, "", { "retry-after": "3" }), { retryAfter: "3" }],
    [
      "as told by an API in maintenance",
      scrape,
      answered(503, "", { "retry-after": "3" }),
      { retryAfter: "3" },
    ],
    ["as an untold limit wants it", scrape, answered(429, ""), { retryAfter: undefined }],
  ])("%s", (_case, endpoint, ending, pace) => {
    expect(dispositionOf(endpoint, ending)).toMatchObject({ kind: "retry", pace });
  });
});
