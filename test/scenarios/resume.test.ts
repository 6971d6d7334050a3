import { expect, test } from "@jest/globals";
import { attempts, scrapes } from "./attempts.ts";

test("a re-run after a failed training goes on with the training", async () => {
  const { runs, sandbox } = await attempts([["empty-training"], ["empty-training"], []]);

  expect(runs.map(({ outputs }) => outputs["failed-task"])).toEqual(["train", "train", ""]);
  expect(runs.map(({ outputs }) => outputs["records"])).toEqual(["20", "20", "20"]);
  expect(runs.map(({ outputs }) => outputs["scrape-seconds"] === "")).toEqual([false, true, true]);
  expect(scrapes(sandbox)).toBe(1);
});
