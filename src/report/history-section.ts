import type { History } from "../pipeline/history.ts";
import { chartsOf } from "./charts.ts";
import { grid } from "./grid.ts";
import { horizonOf } from "./horizon.ts";
import { pastOf } from "./past.ts";
import { setbacksSaid } from "./setbacks.ts";
import { storyResult, type Story } from "./story.ts";
import type { Voice } from "./voice.ts";

/** So many squares at the least, where there are runs for them. */
const MIN_SQUARES = 10;

/** The last runs, this one included: a square each, what went wrong in words, and how they changed. */
export function historySection(story: Story, voice: Voice, hasPictures: boolean): string {
  const past = pastOf(story.run);
  if (!past || story.isPreflight) return "";
  if (past.runs.length === 0) return story.words.history.firstRun(story.retentionDays, voice);
  return [
    ...lastRuns(story, past, voice),
    ...(hasPictures ? chartsOf(story, past, voice) : []),
  ].join("\n\n");
}

function lastRuns(story: Story, past: History, voice: Voice): readonly string[] {
  const { words, settings } = story;
  // Full groups look like a calendar; this run takes the place of the oldest.
  const squares = Math.max(MIN_SQUARES, settings?.history ?? 0);
  const runs = past.runs.slice(0, squares - 1);
  const horizon = horizonOf(story, { ...past, runs });
  const results = [storyResult(story), ...runs.map(({ result }) => result)];
  const counts = {
    runs: results.length,
    succeeded: results.filter((result) => result === "succeeded").length,
    since: horizon?.since ?? story.run.startedAt,
  };
  return [
    `### ${words.history.heading(counts, voice)}`,
    grid(story, runs, voice),
    setbacksSaid(story, runs, voice),
    horizon?.retentionDays === undefined ? "" : words.history.horizon(horizon.retentionDays, voice),
  ].filter((part) => part !== "");
}
