import { expect, test } from "@jest/globals";
import { attempts, scrapes } from "../scenarios/attempts.ts";

test("a re-run after a lost answer scrapes again", async () => {
  const { runs, sandbox } = await attempts([["cut-answer"], []]);

  expect(runs.map(({ outputs }) => outputs["result"])).toEqual(["unknown", "succeeded"]);
  expect(scrapes(sandbox)).toBe(2);
});

test("a re-run the next day scrapes again", async () => {
  const { runs, sandbox } = await attempts([["empty-training"], []], 24);

  expect(runs.at(-1)?.outputs["result"]).toBe("succeeded");
  expect(scrapes(sandbox)).toBe(2);
});
