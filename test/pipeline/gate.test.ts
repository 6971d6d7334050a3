import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { baselineOf, shutBy } from "../../src/pipeline/gate.ts";

const limits = { minRecords: 10, maxDropPercent: 50 };

describe("the gate", () => {
  test.each([
    ["everything as before", { reported: 20, stored: 20, before: 20 }, undefined],
    ["a drop of exactly max-drop", { reported: 10, stored: 10, before: 20 }, undefined],
    ["more than before", { reported: 30, stored: 30, before: 20 }, undefined],
    ["nothing to compare with", { reported: 10, stored: 10, before: undefined }, undefined],
    ["stored not known", { reported: 20, stored: undefined, before: 20 }, undefined],
    ["an empty table before", { reported: 20, stored: 20, before: 0 }, undefined],
    ["fewer than min-records", { reported: 9, stored: 9, before: 9 }, "min-records"],
    ["stored fewer than reported", { reported: 20, stored: 19, before: 20 }, "stored-differs"],
    ["stored more than reported", { reported: 20, stored: 21, before: 20 }, "stored-differs"],
    ["one more than max-drop", { reported: 10, stored: 10, before: 21 }, "max-drop"],
  ])("%s", (_case, evidence, rule) => {
    expect(shutBy(evidence, limits)?.kind).toBe(rule);
  });

  test("reckons in whole numbers: 29 % of 100 is 29 books, not 28.999…", () => {
    const evidence = { reported: 71, stored: 71, before: 100 };
    expect(shutBy(evidence, { minRecords: 1, maxDropPercent: 29 })).toBeUndefined();
  });

  test("never opens wider when more was there before", () => {
    const counts = fc.nat({ max: 100_000 });
    fc.assert(
      fc.property(counts, counts, fc.nat({ max: 100 }), (reported, before, maxDropPercent) => {
        const isShut = (held: number) =>
          shutBy(
            { reported, stored: reported, before: held },
            { minRecords: 0, maxDropPercent },
          ) !== undefined;
        expect(isShut(before) && !isShut(before + 1)).toBe(false);
      }),
    );
  });
});

test.each([
  [20, 18, 20],
  [8, 20, 20],
  [undefined, 20, 20],
  [8, undefined, 8],
  [undefined, undefined, undefined],
])("the baseline of %p counted and %p remembered is %p", (counted, remembered, before) => {
  expect(baselineOf(counted, remembered)).toBe(before);
});
