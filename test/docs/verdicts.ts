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

/** Everything that an exchange can come to, with these statuses. */
function endingsWith(statuses: readonly number[]): readonly Ending[] {
  return [
    ...OBSTACLES,
    ...statuses.flatMap((status) =>
      BODIES.flatMap((body) =>
        HEADERS.map((headers): Ending => {
          return { kind: "answered", status, headers, body: Buffer.from(body) };
        }),
      ),
    ),
  ];
}

/** The results to which each failure code leads, by what the verdicts make of every ending. */
export function resultsBy(
  statuses: readonly number[],
): Readonly<Record<string, readonly string[]>> {
  const door = createDoor((text) => text);
  const asked = {
    url: new URL("https://books.example.com/api"),
    prefix: "",
    timeout: { setting: "scrape-timeout", timeoutMs: 1 },
  } as const;
  const seen = new Map<string, Set<string>>();

  for (const endpoint of Object.values(endpoints) as Endpoint<unknown>[]) {
    for (const ending of endingsWith(statuses)) {
      const disposition = judge(endpoint, ending, asked, door);
      if (disposition.kind === "proved") continue;
      // What is tried again ends as failed, if it does not succeed.
      const result = disposition.kind === "unknown" ? "unknown" : "failed";
      const { code } = disposition.failure;
      seen.set(code, (seen.get(code) ?? new Set()).add(result));
    }
  }

  return Object.fromEntries([...seen].map(([code, results]) => [code, sorted(results)]));
}

/** What the pages say. */
export function documentedResults(): Readonly<Record<string, readonly string[]>> {
  const documented = FAILURE_CODES.filter((code) => !NOT_OF_ANSWERS.has(code));
  return Object.fromEntries(documented.map((code) => [code, sorted(RESULTS_OF[code])]));
}

function sorted(results: Iterable<string>): readonly string[] {
  return [...results].toSorted();
}
