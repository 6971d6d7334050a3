import { expect, test } from "@jest/globals";
import { flaskJson, Float } from "../../sandbox/api/json.ts";
import type { Json } from "../../sandbox/api/json.ts";

// Each text is what Python's json.dumps(value, indent=2, sort_keys=True) gives, and a newline.
test.each<[Json, string]>([
  [{ b: 1, a: [true, null] }, '{\n  "a": [\n    true,\n    null\n  ],\n  "b": 1\n}\n'],
  [{ list: [], object: {} }, '{\n  "list": [],\n  "object": {}\n}\n'],
  ["é “x” 😀 \u007f", '"\\u00e9 \\u201cx\\u201d \\ud83d\\ude00 \\u007f"\n'],
  ['a\n\t"\\/\u0001', '"a\\n\\t\\"\\\\/\\u0001"\n'],
  [[new Float(43), new Float(36.59), 43], "[\n  43.0,\n  36.59,\n  43\n]\n"],
])("%j", (value, text) => {
  expect(flaskJson(value)).toBe(text);
});
