import { expect, test } from "@jest/globals";
import { documentedResults, resultsBy } from "../docs/verdicts.ts";

test("whatever status comes, the pages give its code the results that the verdicts give", () => {
  const statuses = Array.from({ length: 500 }, (_, index) => index + 100);
  expect(resultsBy(statuses)).toEqual(documentedResults());
});
