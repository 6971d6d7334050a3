import type { History } from "../pipeline/history.ts";
import { chartsOf } from "./charts.ts";
import type { Chronicle } from "./chronicle.ts";
import { grid } from "./grid.ts";
import { horizonOf } from "./horizon.ts";
import { pastOf } from "./past.ts";
import { setbacksSaid } from "./setbacks.ts";
import type { Voice } from "./voice.ts";

/** So many squares at the least, where there are runs for them. */
const MIN_SQUARES = 10;

/** The last runs, this one included: a square each, what went wrong in words, and how they changed. */
export function historySection(chronicle: Chronicle, voice: Voice, hasPictures: boolean): string {
  const past = pastOf(chronicle);
  const { entry, words, retentionDays } = chronicle;
  if (!past || entry.mode === "preflight") return "";
  const unread = past.unread === undefined ? [] : [words.history.unread(past.unread, voice)];
  if (past.runs.length === 0) {
    return [words.history.firstRun(retentionDays, voice), ...unread].join("\n\n");
  }
  return [
    ...lastRuns(chronicle, past, voice),
    ...unread,
    ...(hasPictures ? chartsOf(chronicle, past, voice) : []),
  ].join("\n\n");
}

function lastRuns(chronicle: Chronicle, past: History, voice: Voice): readonly string[] {
  const { words, history, entry, startedAt } = chronicle;
  // Full groups look like a calendar; this run takes the place of the oldest.
  const squares = Math.max(MIN_SQUARES, history);
  const runs = past.runs.slice(0, squares - 1);
  const horizon = horizonOf(chronicle, { ...past, runs });
  const results = [entry.result, ...runs.map(({ result }) => result)];
  const counts = {
    runs: results.length,
    succeeded: results.filter((result) => result === "succeeded").length,
    since: horizon?.since ?? startedAt,
  };
  return [
    `### ${words.history.heading(counts, voice)}`,
    grid(chronicle, runs, voice),
    setbacksSaid(chronicle, runs, voice),
    horizon?.retentionDays === undefined ? "" : words.history.horizon(horizon.retentionDays, voice),
  ].filter((part) => part !== "");
}
