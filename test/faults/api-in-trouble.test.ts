import { expect, test } from "@jest/globals";
import { callsTo, runAgainst, sandboxOf } from "../scenarios/story.ts";
import { apiInTrouble } from "./api-in-trouble.ts";
import { play } from "./play.ts";

play(apiInTrouble);

test("two pipelines at once", async () => {
  const sandbox = await sandboxOf();

  const runs = await Promise.all(
    ["one", "other"].map((pipeline) => runAgainst(sandbox.url, { pipeline })),
  );

  expect(runs.map(({ exitCode, outputs }) => [exitCode, outputs["records"]])).toEqual([
    [0, "20"],
    [0, "20"],
  ]);
  expect(callsTo(sandbox).filter((call) => call.startsWith("POST /api/v1/scrape"))).toHaveLength(2);
});
