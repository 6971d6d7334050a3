import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { walk } from "../../src/text/json.ts";

/** The marks of a text, each as the character that stands there. */
function marksOf(text: string): string {
  const json = Buffer.from(text);
  const marks: string[] = [];
  walk(json, (_, at) => marks.push(json.toString("utf8", at, at + 1)));
  return marks.join("");
}

describe("what parts a JSON text", () => {
  test.each([
    ['{"a":[1,2],"b":{}}', '{""[,],""{}}'],
    ['["]","[{,"]', '["",""]'],
    ['["\\"]","\\\\"]', '["",""]'],
    ['["é,書",1]', '["",]'],
    ['["never ends', '["'],
    ['["ends in \\', '["'],
    ["no JSON, at all]", ",]"],
    ["", ""],
  ])("%s", (text, marks) => {
    expect(marksOf(text)).toBe(marks);
  });

  test("stands where it is in any text that is JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const outside = JSON.stringify(value).replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""');
        expect(marksOf(JSON.stringify(value))).toBe(outside.replaceAll(/[^[\]{},"]/g, ""));
      }),
    );
  });
});
