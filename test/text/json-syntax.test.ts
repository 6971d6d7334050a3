import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isJson } from "../../src/text/json-syntax.ts";

const says = (text: string) => isJson(Buffer.from(text));

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("it is JSON, or is not, as the parser says", () => {
  test.each([
    "{}",
    "[]",
    "0",
    "-0",
    "1.5e-7",
    "1E+2",
    '""',
    "true",
    " [ 1 , 2 ] ",
    '{"a":{"b":[null]}}',
    '"\\u00eF\\n\\/"',
    '{"":""}',
    '"é😀"',
    "\t\r\n1\n",
    "",
    " ",
    "[",
    "]",
    "{",
    "[}",
    "{]",
    "[1}",
    "[,]",
    "[1,]",
    "[1 2]",
    "[1]]",
    "1 2",
    "1,2",
    "01",
    "+1",
    "-",
    ".5",
    "1.",
    "1e",
    "1e+",
    "0x1",
    "NaN",
    "Infinity",
    "tru",
    "truex",
    "None",
    "{1:2}",
    "{a:1}",
    '{"a"}',
    '{"a",1}',
    '{"a":}',
    '{"a":1,}',
    '{,"a":1}',
    '{"a":1 "b":2}',
    '"',
    '"\\"',
    '"\\x"',
    '"\\u12"',
    '"\\u12g4"',
    '"\n"',
    "'a'",
    "[1]//",
    "\u00a01",
    "\f1",
  ])("%j", (text) => {
    expect(says(text)).toBe(parses(text));
  });

  test("of any text that is made of its parts", () => {
    const parts = fc.constantFrom(
      ...Array.from('[]{},:"\\-+.eE019 '),
      "u00e9",
      "true",
      "null",
      '"a":',
      "é",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (some) => {
        const text = some.join("");
        expect(says(text)).toBe(parses(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test("of all that is written as JSON, whole or cut", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        expect(says(json)).toBe(true);
        const part = json.slice(0, cut % json.length);
        expect(says(part)).toBe(parses(part));
      }),
    );
  });

  test("however deep it is", () => {
    expect(says("[".repeat(20_000) + "]".repeat(20_000))).toBe(true);
    expect(says("[".repeat(20_000) + "]".repeat(19_999))).toBe(false);
  });
});
