import { failuresSinceGood, type History } from "../pipeline/history.ts";
import { named, pastOf } from "./past.ts";
import { horizonOf } from "./horizon.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Voice } from "./voice.ts";

/** How long it has been so: runs in a row without success, and the last one that had it. */
export function streakSaid(chronicle: Chronicle, voice: Voice): string {
  const past = pastOf(chronicle);
  const { result: own, mode } = chronicle.entry;
  // Of a pipeline that somebody cancelled, or only looked at, nothing is known.
  if (!past || past.runs.length === 0 || mode === "preflight" || own === "cancelled") return "";
  const { history } = chronicle.words;
  const runs = failuresSinceGood(past.runs).length + 1;
  const orMore = past.runs.every(({ result }) => result !== "succeeded");
  const streak = runs > 1 ? history.streak({ runs, orMore }, voice) : "";
  return [streak, lastGood(chronicle, past, voice)].filter((part) => part !== "").join(" ");
}

function lastGood(chronicle: Chronicle, past: History, voice: Voice): string {
  const { words, scene } = chronicle;
  const last = past.runs.find(({ result }) => result === "succeeded");
  if (last) {
    const about = { ...named(last, scene.links), records: last.entry?.records };
    return words.history.lastGood(about, voice);
  }
  const horizon = horizonOf(chronicle, past);
  return horizon ? words.history.noGood(horizon, voice) : "";
}
