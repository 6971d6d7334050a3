import { expect, test } from "@jest/globals";
import type { Case, FaultClass } from "../faults/case.ts";
import { CATALOGUE } from "../faults/catalogue.ts";
import { playInEnglish } from "../faults/play.ts";

/** One of each kind of end. `npm run test:faults` plays all that there is, at every task. */
const SAMPLE: readonly string[] = [
  "refused",
  "self-signed",
  "cut before its length",
  "to the same place, another path",
  "a wrong password",
  "401 once, the token has expired",
  "200 without a token",
  "Retry-After in seconds",
  "200 `Nenhum dado coletado.`",
  "fewer than half of the records",
  "a command of the runner on its own line",
  "echoed as it is",
  "a database that is down",
];

const sample = CATALOGUE.flatMap(sampleOf);
playInEnglish(sample);

test("each of them is one of the catalogue", () => {
  expect(sample.map(({ what }) => what[0]).toSorted()).toEqual(SAMPLE.toSorted());
});

/** Each at the first of its tasks. */
function sampleOf({ cases }: FaultClass): readonly Case[] {
  return cases
    .filter(({ what }) => SAMPLE.includes(what[0]))
    .map((one) => ({ ...one, ends: firstOf(one.ends) }));
}

function firstOf(ends: Case["ends"]): Case["ends"] {
  return Object.fromEntries(Object.entries(ends).slice(0, 1));
}
