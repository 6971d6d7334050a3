import { describe, expect, test } from "@jest/globals";
import * as endpoints from "../../src/books/endpoints.ts";
import type { Endpoint } from "../../src/books/endpoints.ts";
import { decisive } from "../../src/books/shallow.ts";
import { MAX_VALUES } from "../../src/text/json.ts";
import { answered, outcome } from "./verdict.ts";

/*
 * Apart from the other verdicts, which are run again for every mutated rule: a look at each of so many
 * bytes takes seconds there.
 */

const MAX_WHOLE_BYTES = 2.5 * 1024 * 1024;
const BRACKETS = `${"[".repeat(500_000)}${"]".repeat(500_000)}`;

const { scrape, training, features } = endpoints;
const names = JSON.stringify({ artifacts_saved: Array(500_000).fill("a") });

test.each<[string, Endpoint<unknown>, number, string, string]>([
  ["brackets", scrape, 200, "[".repeat(500_000), "unknown contract-broken"],
  [
    "brackets beside the count",
    scrape,
    200,
    `{"x":${BRACKETS},"total_records":20}`,
    'proved {"records":20}',
  ],
  [
    "brackets beside the words of an error",
    scrape,
    500,
    `{"x":${BRACKETS},"error":"psycopg2"}`,
    "failed api-error",
  ],
  ["a list that is not even parsed", training, 200, names, "unknown contract-broken"],
])("500,000 %s", (_, endpoint, status, text, expected) => {
  expect(outcome(endpoint, answered(status, text))).toBe(expected);
});

describe("of features only what decides is kept, and all of them have to be JSON", () => {
  /** So many bytes, and among them this. */
  function featuresOf(bytes: number, odd: string): string {
    const [before, after] = [`{"features":["`, `"${odd}],"total_records":2}`];
    return before + "x".repeat(bytes - before.length - after.length) + after;
  }

  test.each([MAX_WHOLE_BYTES, MAX_WHOLE_BYTES + 1])("%i bytes", (bytes) => {
    expect(outcome(features, answered(200, featuresOf(bytes, "")))).toBe(
      'proved {"kind":"counted","records":2}',
    );
    expect(outcome(features, answered(200, featuresOf(bytes, "/")))).toBe("retry contract-broken");
  });
});

describe("as much as can be parsed", () => {
  const list = (values: number, value: string) => `[${Array(values).fill(value).join()}]`;
  const MANY = list(MAX_VALUES, "[]");

  test.each<[string, string, string | undefined]>([
    ["many values in what decides: without", `{"a":1,"names":${MANY}}`, '{"a":1,"names":null}'],
    ["many values at the outermost level: nothing", MANY, undefined],
    ["many values behind a byte order mark: the same", `\ufeff{"a":${MANY}}`, '\ufeff{"a":null}'],
  ])("%s", (_, text, expected) => {
    expect(decisive(Buffer.from(text), "names")).toBe(expected);
  });

  test("where no member decides, the outermost level does", () => {
    expect(decisive(Buffer.from(`{"a":${MANY},"names":[1]}`))).toBe('{"a":null,"names":null}');
  });
});
