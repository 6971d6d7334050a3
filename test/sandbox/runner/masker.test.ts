import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { Masker } from "../../../sandbox/runner/masker.ts";

function maskerOf(...secrets: string[]): Masker {
  const masker = new Masker();
  secrets.forEach((secret) => masker.add(secret));
  return masker;
}

describe("a secret is hidden", () => {
  test.each([
    ["as it is", "hunter2", "a hunter2 b", "a *** b"],
    ["twice", "hunter2", "hunter2, hunter2", "***, ***"],
    ["in JSON", 'qu"ote', String.raw`{"p":"qu\"ote"}`, '{"p":"***"}'],
    ["in a URL", "p@ss word", "?p=p%40ss%20word", "?p=***"],
    ["in XML", "a<b&c", "<p>a&lt;b&amp;c</p>", "<p>***</p>"],
    ["line by line", "first line\nsecond line", "x second line y", "x *** y"],
    ["without its quotes", '"quoted-secret"', "a quoted-secret b", "a *** b"],
  ])("%s", (_, secret, text, masked) => {
    expect(maskerOf(secret).mask(text)).toBe(masked);
  });

  test.each([0, 1, 2])("in base64, behind %d other bytes", (skip) => {
    const secret = "a long enough password";
    const encoded = Buffer.from("x".repeat(skip) + secret).toString("base64");
    expect(maskerOf(secret).mask(encoded)).toMatch(/^.{0,4}\*\*\*$/u);
  });
});

test("overlapping and touching secrets become one", () => {
  expect(maskerOf("abcd", "cdef").mask("-abcdef-abcdcdef-")).toBe("-***-***-");
});

test("text without a secret stays as it is", () => {
  expect(maskerOf("", "hunter2").mask("nothing here")).toBe("nothing here");
  expect(maskerOf().mask("")).toBe("");
});

test("no text shows a secret, wherever it stands", () => {
  const secret = fc
    .string({ minLength: 4, unit: "grapheme" })
    .filter((text) => !text.includes("*"));
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
      expect(maskerOf(value).mask(before + value + after)).not.toContain(value);
    }),
  );
});
