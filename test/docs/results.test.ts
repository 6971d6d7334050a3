import { expect, test } from "@jest/globals";
import { documentedResults, resultsBy } from "./verdicts.ts";

/** Those that a verdict knows by their number, and one of each kind beside them. */
const STATUSES = [
  100, 200, 204, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 408, 418, 429, 500, 502, 503,
  504, 599,
];

test("the results that the pages give to a code are those that the verdicts give", () => {
  expect(resultsBy(STATUSES)).toEqual(documentedResults());
});
