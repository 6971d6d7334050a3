import { expect, test } from "@jest/globals";
import { refusalOf } from "../../src/github/refusal.ts";

const NOW = new Date("2026-11-22T06:21:00Z");

test.each<[string, Readonly<Record<string, string>>, object]>([
  ["in seconds", { "retry-after": "90" }, { waitMs: 90_000 }],
  ["by the hour at which it ends", reset(NOW.getTime() / 1000 + 60), { waitMs: 60_000 }],
  ["that is over", reset(NOW.getTime() / 1000 - 60), {}],
  ["that never ends", { "retry-after": "Infinity" }, {}],
  ["whose hour is no number", reset("1e999"), {}],
  ["of no length that is said", {}, {}],
])("a limit %s", (_, headers, wait) => {
  const error = { status: 429, response: { headers, data: { message: "slow down" } } };

  expect(refusalOf("GET /x", error, NOW)).toEqual({
    call: "GET /x",
    words: "slow down",
    kind: "rate-limited",
    ...wait,
  });
});

function reset(at: number | string): Readonly<Record<string, string>> {
  return { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(at) };
}
