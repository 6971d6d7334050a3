import { describe, expect, test } from "@jest/globals";
import { mayHaveHappened, type NoAnswer, type Refusal } from "../../src/github/refusal.ts";

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
