import { expect, test } from "@jest/globals";
import { isParsable, MAX_VALUES } from "../../src/text/json.ts";

test.each([
  [
    "as many numbers as are parsed",
    `[${Array(MAX_VALUES - 1)
      .fill(1)
      .join()},1]`,
    true,
  ],
  ["one more", `[${Array(MAX_VALUES).fill(1).join()},1]`, false],
  ["as many brackets in one another", "[".repeat(MAX_VALUES), true],
  ["one more of them", "[".repeat(MAX_VALUES + 1), false],
  ["however many of them in a text", `"${"[".repeat(MAX_VALUES + 1)}"`, true],
])("%s", (_, text, expected) => {
  expect(isParsable(Buffer.from(text))).toBe(expected);
});
