import type { Endpoint } from "../../src/books/endpoints.ts";
import { judge } from "../../src/books/judge.ts";
import type { Ending } from "../../src/http/exchange.ts";
import { createDoor } from "../../src/text/plain.ts";

/** What a verdict is given beside the answer. */
export const door = createDoor((text) => text);
export const asked = {
  url: new URL("http://10.0.0.5:5000/shop/api/v1/scrape"),
  prefix: "/shop",
  timeout: { setting: "scrape-timeout", timeoutMs: 600_000 },
} as const;

/** @param body a text as it is, anything else as JSON */
export function answered(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Ending {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { kind: "answered", status, headers, body: Buffer.from(text) };
}

/** `kind code`, or `proved` with its value: a row of the table in one line. */
export function outcome(endpoint: Endpoint<unknown>, ending: Ending): string {
  const disposition = judge(endpoint, ending, asked, door);
  return disposition.kind === "proved"
    ? `proved ${JSON.stringify(disposition.value)}`
    : `${disposition.kind} ${disposition.failure.code}`;
}
