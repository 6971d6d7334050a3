import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { longestMs } from "../../src/pipeline/longest.ts";
import { PREFLIGHT, SCRAPE, TRAIN, type Preset } from "../../src/settings/presets.ts";
import { settingsOf } from "../pipeline/play.ts";

const MINUTE_MS = 60_000;

/** What a comment says of the action's own time-outs, and the limit of the job below it. */
async function limitsIn(file: string) {
  const text = await readFile(`.github/workflows/${file}`, "utf8");
  const limits = text.matchAll(
    /\(([\d.]+) minutes by default\)[\s\S]*?timeout-minutes: (?:.*\|\| '(\d+)'|(\d+))/g,
  );
  return [...limits].map(([, sum, variable, fixed]) => ({
    sum: Number(sum),
    limit: Number(variable ?? fixed),
  }));
}

test.each<readonly [string, readonly Preset[]]>([
  ["pipeline.yml", [{}]],
  ["fleet.yml", [{}]],
  ["dag.yml", [SCRAPE, TRAIN]],
  ["preflight.yml", [PREFLIGHT]],
])("%s says how long the action takes at most, and gives it more", async (file, presets) => {
  const limits = await limitsIn(file);

  expect(limits.map(({ sum }) => sum)).toEqual(
    presets.map((preset) => longestMs(settingsOf(preset)) / MINUTE_MS),
  );
  for (const { sum, limit } of limits) expect(limit).toBeGreaterThan(sum);
});
