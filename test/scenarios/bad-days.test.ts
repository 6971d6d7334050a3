import { expect, test } from "@jest/globals";
import type { Case, FaultClass } from "../faults/case.ts";
import { CATALOGUE } from "../faults/catalogue.ts";
import { playInEnglish } from "../faults/play.ts";

/** Besides the first case of each class. `npm run test:faults` plays all of them, at every task. */
const ALSO: readonly string[] = [
  "refused",
  "401 again after the new log-in",
  "no artifacts",
  "fewer than half of the records",
  "a database that is down",
  "the shop was redesigned",
];

const sample = CATALOGUE.flatMap(sampleOf);
playInEnglish(sample);

test("each of them is one of the catalogue", () => {
  expect(sample.map(({ what }) => what[0])).toEqual(expect.arrayContaining([...ALSO]));
});

/** Each at the first of its tasks. */
function sampleOf({ cases }: FaultClass): readonly Case[] {
  return cases
    .filter(({ what }, index) => index === 0 || ALSO.includes(what[0]))
    .map((one) => ({ ...one, ends: firstOf(one.ends) }));
}

function firstOf(ends: Case["ends"]): Case["ends"] {
  return Object.fromEntries(Object.entries(ends).slice(0, 1));
}
