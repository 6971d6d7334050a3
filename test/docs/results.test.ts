import { expect, test } from "@jest/globals";
import { RESULTS_OF } from "../../docs/generator/results.ts";
import * as endpoints from "../../src/books/endpoints.ts";
import type { Endpoint } from "../../src/books/endpoints.ts";
import { judge } from "../../src/books/judge.ts";
import type { Ending } from "../../src/http/exchange.ts";
import { FAILURE_CODES, type FailureCode } from "../../src/pipeline/failure.ts";
import { createDoor } from "../../src/text/plain.ts";

/** Codes that no answer of the API leads to; other tests say how they end. */
const NOT_OF_ANSWERS: ReadonlySet<FailureCode> = new Set([
  "settings-invalid",
  "data-dropped",
  "cancelled",
  "internal-error",
]);

const OBSTACLES: readonly Ending[] = [
  { kind: "not-sent", obstacle: { kind: "connect", code: "ECONNREFUSED", detail: "" } },
  { kind: "not-sent", obstacle: { kind: "certificate", code: "CERT_HAS_EXPIRED", detail: "" } },
  { kind: "not-sent", obstacle: { kind: "stalled", during: "connect" } },
  { kind: "not-sent", obstacle: { kind: "proxy", proxy: "proxy:1", detail: "" } },
  { kind: "lost", during: "body", detail: "" },
  { kind: "deadline", during: "headers" },
  { kind: "too-large", part: "headers", limitBytes: 1 },
  { kind: "garbage", detail: "" },
];
const BODIES = ["", "<html>", "{}", '{"msg":"-"}', '{"error":"-"}', '{"total_records":0}'];
const HEADERS = [{}, { "retry-after": "1" }];

/** Everything that an exchange can come to, every status included. */
const ENDINGS: readonly Ending[] = [
  ...OBSTACLES,
  ...Array.from({ length: 500 }, (_, index) => index + 100).flatMap((status) =>
    BODIES.flatMap((body) =>
      HEADERS.map((headers): Ending => {
        return { kind: "answered", status, headers, body: Buffer.from(body) };
      }),
    ),
  ),
];

test("the results that the pages give to a code are those that the verdicts give", () => {
  const door = createDoor((text) => text);
  const asked = {
    url: new URL("https://books.example.com/api"),
    prefix: "",
    timeout: { setting: "scrape-timeout", timeoutMs: 1 },
  } as const;
  const seen = new Map<string, Set<string>>();

  for (const endpoint of Object.values(endpoints) as Endpoint<unknown>[]) {
    for (const ending of ENDINGS) {
      const disposition = judge(endpoint, ending, asked, door);
      if (disposition.kind === "proved") continue;
      // What is tried again ends as failed, if it does not succeed.
      const result = disposition.kind === "unknown" ? "unknown" : "failed";
      const { code } = disposition.failure;
      seen.set(code, (seen.get(code) ?? new Set()).add(result));
    }
  }

  const found = Object.fromEntries([...seen].map(([code, results]) => [code, sorted(results)]));
  const documented = FAILURE_CODES.filter((code) => !NOT_OF_ANSWERS.has(code));
  expect(found).toEqual(
    Object.fromEntries(documented.map((code) => [code, sorted(RESULTS_OF[code])])),
  );
});

function sorted(results: Iterable<string>): readonly string[] {
  return [...results].toSorted();
}
