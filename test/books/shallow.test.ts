import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decisive, shallow } from "../../src/books/shallow.ts";
import { MAX_VALUES } from "../../src/text/json.ts";

const outermost = (text: string, member?: string) => shallow(Buffer.from(text), member);

describe("only the outermost level of a JSON text is left", () => {
  test.each([
    ['{"features":[{"id":1},{"id":2}],"total_records":2}', '{"features":null,"total_records":2}'],
    ['{"total_records":2,"features":[[1],[2]]}', '{"total_records":2,"features":null}'],
    ['{"a":"]}","b":"\\"{[","total_records":2}', '{"a":"]}","b":"\\"{[","total_records":2}'],
    ['{"f":["]","\\"]"],"n":1}', '{"f":null,"n":1}'],
    ['{"f":["\\\\"],"n":1}', '{"f":null,"n":1}'],
    ['{"f":{},"g":[]}', '{"f":null,"g":null}'],
    ["[1,[2],{}]", "[1,null,null]"],
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
          typeof member === "object" ? null : member,
        ]);
        const parsed = JSON.parse(outermost(JSON.stringify(value)) ?? "") as object;
        expect(Object.entries(parsed)).toEqual(JSON.parse(JSON.stringify(expected)));
      }),
    );
  });

  test.each(['{"a":[1,2', '{"a":{"b":1}', '{"a":[}', '{"a":[]}]', '{"a":1}{"b":[2]}'])(
    "%s stays no JSON",
    (text) => {
      expect(() => JSON.parse(outermost(text) ?? "") as unknown).toThrow(SyntaxError);
    },
  );
});

describe("and one member with all that is in it", () => {
  test.each([
    ['{"x":[1],"names":["a",{"b":[1]}],"y":[2]}', '{"x":null,"names":["a",{"b":[1]}],"y":null}'],
    ['{"names":"x","y":[2]}', '{"names":"x","y":null}'],
    ['{"y":"names","z":[2]}', '{"y":"names","z":null}'],
    ['{"x":{"names":[1]}}', '{"x":null}'],
    ['{"n\\u0061mes":[1]}', '{"n\\u0061mes":null}'],
  ])("%s", (text, expected) => {
    expect(outermost(text, "names")).toBe(expected);
  });
});

describe("as much as can be parsed", () => {
  const list = (values: number) => `[${Array(values).fill("[]").join()}]`;
  const few = `{"a":${list(1000)},"names":[1]}`;
  const many = `{"a":${list(MAX_VALUES)},"names":[1]}`;

  test.each<[string, string, string]>([
    ["few values: all of it", few, few],
    ["many values: what decides", many, '{"a":null,"names":[1]}'],
    ["many values that are no JSON: none of it", many.replace("[]", ""), ""],
  ])("%s", (_, text, expected) => {
    expect(decisive(Buffer.from(text), "names")).toBe(expected);
  });
});
