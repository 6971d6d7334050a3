import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { shallow } from "../../src/books/shallow.ts";

const outermost = (text: string) => shallow(Buffer.from(text)).toString();

describe("only the outermost level of a JSON text is left", () => {
  test.each([
    ['{"features":[{"id":1},{"id":2}],"total_records":2}', '{"features":[],"total_records":2}'],
    ['{"total_records":2,"features":[[1],[2]]}', '{"total_records":2,"features":[]}'],
    ['{"a":"]}","b":"\\"{[","total_records":2}', '{"a":"]}","b":"\\"{[","total_records":2}'],
    ['{"f":["]","\\"]"],"n":1}', '{"f":[],"n":1}'],
    ['{"f":["\\\\"],"n":1}', '{"f":[],"n":1}'],
    ["20", "20"],
    ['"[[1]]"', '"[[1]]"'],
    ["", ""],
  ])("%s", (text, expected) => {
    expect(outermost(text)).toBe(expected);
  });

  test("and its numbers and texts are what they were", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const expected = Object.entries(value).map(([key, member]) => [
          key,
          typeof member === "object" && member !== null ? typeof member : member,
        ]);
        const parsed = JSON.parse(outermost(JSON.stringify(value))) as Record<string, unknown>;
        const seen = Object.entries(parsed).map(([key, member]) => [
          key,
          typeof member === "object" && member !== null ? typeof member : member,
        ]);
        expect(seen).toEqual(JSON.parse(JSON.stringify(expected)));
      }),
    );
  });
});
