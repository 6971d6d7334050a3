import { describe, expect, test } from "@jest/globals";
import { mayHaveHappened, refusalOf, type Refusal } from "../../src/github/refusal.ts";
import type { NoAnswer } from "../../src/github/unanswered.ts";

const PUT = { call: "PUT /repos/acme/books/actions/secrets/X", words: "" };

describe("what GitHub did not confirm", () => {
  test.each<[boolean, NoAnswer]>([
    [true, { kind: "lost", during: "headers", detail: "" }],
    [true, { kind: "deadline", during: "headers" }],
    [true, { kind: "garbage", detail: "" }],
    [true, { kind: "cancelled", sent: true }],
    [false, { kind: "cancelled", sent: false }],
    [false, { kind: "not-sent", obstacle: { kind: "stalled", during: "connect" } }],
  ])("may have happened (%p): %o", (expected, ending) => {
    expect(mayHaveHappened({ ...PUT, kind: "no-answer", ending })).toBe(expected);
  });

  test.each<[boolean, Refusal]>([
    [true, { ...PUT, kind: "failed", status: 502 }],
    [false, { ...PUT, kind: "failed", status: 400 }],
    [false, { ...PUT, kind: "not-permitted", accepted: [], isIntegration: false }],
    [false, { ...PUT, kind: "rate-limited" }],
    [false, { ...PUT, kind: "moved" }],
  ])("may have happened (%p): %o", (expected, refusal) => {
    expect(mayHaveHappened(refusal)).toBe(expected);
  });

  test("to ask for the key does nothing, however it ends", () => {
    const call = "GET /repos/acme/books/actions/secrets/public-key";
    expect(mayHaveHappened({ ...PUT, call, kind: "failed", status: 502 })).toBe(false);
  });
});

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
