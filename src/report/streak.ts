import { failuresSinceGood, type History } from "../pipeline/history.ts";
import { named, pastOf } from "./past.ts";
import { horizonOf } from "./horizon.ts";
import { storyResult, type Story } from "./story.ts";
import type { Voice } from "./voice.ts";

/** How long it has been so: runs in a row without success, and the last one that had it. */
export function streakSaid(story: Story, voice: Voice): string {
  const past = pastOf(story.run);
  // Of a pipeline that somebody cancelled, or only looked at, nothing is known.
  if (!past || past.runs.length === 0 || story.isPreflight) return "";
  if (storyResult(story) === "cancelled") return "";
  const { history } = story.words;
  const runs = failuresSinceGood(past.runs).length + 1;
  const orMore = past.runs.every(({ result }) => result !== "succeeded");
  const streak = runs > 1 ? history.streak({ runs, orMore }, voice) : "";
  return [streak, lastGood(story, past, voice)].filter((part) => part !== "").join(" ");
}

function lastGood(story: Story, past: History, voice: Voice): string {
  const { words, scene } = story;
  const last = past.runs.find(({ result }) => result === "succeeded");
  if (last) {
    const about = { ...named(last, scene.links), records: last.entry?.records };
    return words.history.lastGood(about, voice);
  }
  const horizon = horizonOf(story, past);
  return horizon ? words.history.noGood(horizon, voice) : "";
}
