import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { brief, itemsIn } from "../../src/github/items.ts";

const itemsOf = (text: string, most = 20) =>
  itemsIn(Buffer.from(text), most)?.map((json) => json.toString());

describe("the items of a page", () => {
  test.each([
    ["[]", []],
    ["[ \n]", []],
    ["[1]\n", ["1"]],
    ['[{"a":[1,2]},{"b":"],["}]', ['{"a":[1,2]}', '{"b":"],["}']],
    ["[[],{}]", ["[]", "{}"]],
  ])("%s", (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  test.each([
    ["an object", '{"a":1}'],
    ["a text", '"[]"'],
    ["a number", "1"],
    ["nothing", ""],
    ["a page", "<html>[]</html>"],
    ["an array that never ends", "[1,2"],
    ["an array and more", "[1,2]3"],
    ["more items than were asked for", `[${Array(21).fill(1).join()}]`],
  ])("%s has none", (_, text) => {
    expect(itemsOf(text)).toBeUndefined();
  });

  test("are as many as there are, and what they are", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        const items = itemsOf(JSON.stringify(values), values.length + 1);
        expect(items?.map((item) => JSON.parse(item) as unknown)).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
      }),
    );
  });
});

describe("in brief", () => {
  const LONG = "é".repeat(600);

  test.each([
    [
      { body: LONG, login: "reader" },
      { body: "", login: "reader" },
    ],
    [
      { a: [LONG, "b"], c: { d: LONG } },
      { a: ["", "b"], c: { d: "" } },
    ],
    [{ body: `${LONG}"\\` }, { body: "" }],
    [
      { body: 'short \\" [}', n: 1 },
      { body: 'short \\" [}', n: 1 },
    ],
  ])("%j is without its long texts", (value, expected) => {
    expect(JSON.parse(brief(Buffer.from(JSON.stringify(value))))).toEqual(expected);
  });
});
