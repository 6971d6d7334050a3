import type { Plain } from "../../text/plain.ts";
import type { Disabled, Seen } from "../../watch/sight.ts";
import type { Judged } from "../../watch/verdict.ts";
import type { Since } from "../../watch/watched.ts";
import { named } from "../past.ts";
import type { Voice } from "../voice.ts";
import type { SetbackCounts } from "../words/watch-words.ts";
import { remedyFor, remedyOfDisabled, type Remedy } from "./remedy.ts";
import type { WatchStory } from "./story.ts";

/** What is said of one pipeline. */
export interface Telling extends Remedy {
  /** Without a full stop, and without the pipeline's name. */
  readonly headline: string;
  /** A sentence or two each. */
  readonly what: readonly string[];
}

/** @param pipeline absent where no run has named one */
export function withName(headline: string, pipeline: Plain | undefined, voice: Voice): string {
  return pipeline === undefined ? headline : `${headline}: ${voice.quote(pipeline)}`;
}

/** What is said of the workflow, whatever became of its pipelines: GitHub starts no run of it. */
export function disabledTelling(by: Disabled, story: WatchStory, voice: Voice): Telling {
  const { watch } = story;
  return {
    headline: watch.headlines.disabled,
    what: [watch.disabledBy[by](story.settings.workflow, voice)],
    ...remedyOfDisabled(by, story, voice),
  };
}

export function tellingOf(judged: Judged, seen: Seen, story: WatchStory, voice: Voice): Telling {
  return {
    headline: headlineOf(judged, seen, story, voice),
    what: whatOf(judged, seen, story, voice).filter((part) => part !== ""),
    ...remedyFor(judged, seen, story, voice),
  };
}

function headlineOf(
  { last, verdict }: Judged,
  { runs }: Seen,
  story: WatchStory,
  voice: Voice,
): string {
  const { headlines } = story.watch;
  switch (verdict.kind) {
    case "fresh":
      return headlines.fresh(verdict.ageMs, last?.half, voice);
    case "stale":
      return verdict.ageMs === undefined
        ? headlines.staleBeyond(runs.length, voice)
        : headlines.stale(verdict.ageMs, last?.half, voice);
    case "blind":
      return headlines.unread;
    case "running":
    case "never":
    case "disabled":
      return headlines[verdict.kind];
  }
}

function whatOf(judged: Judged, seen: Seen, story: WatchStory, voice: Voice): readonly string[] {
  const { watch } = story;
  const { workflow, maxAgeMs } = story.settings;
  const { pipeline, last, since, verdict } = judged;
  const limit = watch.limit(maxAgeMs, voice);
  const isAfterSuccess = last !== undefined;
  switch (verdict.kind) {
    case "fresh":
      return [
        `${lastGoodSaid(judged, story, voice)} ${limit}`,
        setbacksSaid(since, isAfterSuccess, story, voice),
      ];
    case "running":
      return [
        ...(last ? [`${lastGoodSaid(judged, story, voice)} ${limit}`] : []),
        watch.atWork(named(verdict.run, story.scene.links), verdict.since, voice),
      ];
    case "blind":
      return [
        ...(last ? [`${lastGoodSaid(judged, story, voice)} ${limit}`] : []),
        watch.unread(named(verdict.run, story.scene.links), verdict.jobs, voice),
      ];
    case "stale":
    case "never":
      return [
        `${last ? lastGoodSaid(judged, story, voice) : noneSaid(seen, story, voice)} ${limit}`,
        pipeline === undefined && story.settings.alerts.failureIssue ? watch.nameless(voice) : "",
        ...underWaySaid(seen, story, voice),
        sinceSaid(judged, seen, story, voice),
      ];
    case "disabled":
      return [
        watch.disabledBy[verdict.by](workflow, voice),
        lastGoodSaid(judged, story, voice),
        setbacksSaid(since, isAfterSuccess, story, voice),
      ];
  }
}

function lastGoodSaid({ last }: Judged, story: WatchStory, voice: Voice): string {
  if (!last) return "";
  const { watch, scene, settings } = story;
  const { entry, endedAt } = last.line;
  const run = named(last.run, scene.links);
  const { timeZone } = settings;
  return watch.lastGood({ run, half: last.half, endedAt, timeZone, records: entry.records }, voice);
}

function noneSaid({ runs, isAll }: Seen, story: WatchStory, voice: Voice): string {
  const { settings, retentionDays } = story;
  const { watch } = story;
  const oldest = runs.at(-1);
  if (!oldest) return watch.noRuns(settings.workflow, retentionDays, voice);
  const about = { runs: runs.length, since: oldest.startedAt, isAll, retentionDays };
  return watch.noSuccess(about, voice);
}

/** What became of the runs that came after, where any did; one that is under way has its own words. */
function sinceSaid(
  { last, since }: Judged,
  { runs }: Seen,
  story: WatchStory,
  voice: Voice,
): string {
  const words = story.watch.since;
  if (since.setbacks.length > 0) return setbacksSaid(since, last !== undefined, story, voice);
  if (last === undefined) return "";
  if (last.half && since.partial.length > 0) {
    return words.partial(since.partial.length, last.half, voice);
  }
  if (since.silent.length > 0) return words.silent(since.silent.length, voice);
  return runs.some(({ stage }) => stage.kind !== "ended") ? "" : words.nothing;
}

function setbacksSaid(
  { setbacks }: Since,
  isAfterSuccess: boolean,
  story: WatchStory,
  voice: Voice,
): string {
  if (setbacks.length === 0) return "";
  const count = (result: keyof SetbackCounts) =>
    setbacks.filter((setback) => setback.result === result).length;
  const counts = {
    failed: count("failed"),
    unknown: count("unknown"),
    cancelled: count("cancelled"),
  };
  return story.watch.since.setbacks(counts, isAfterSuccess, voice);
}

/** The newest run at work, and the one that has waited longest. */
function underWaySaid(
  { runs }: Seen,
  { watch, scene }: WatchStory,
  voice: Voice,
): readonly string[] {
  const atWork = runs.find(({ stage }) => stage.kind === "at-work");
  const waiting = runs.findLast(({ stage }) => stage.kind === "waiting");
  return [
    ...(atWork?.stage.kind === "at-work"
      ? [watch.atWork(named(atWork, scene.links), atWork.stage.since, voice)]
      : []),
    ...(waiting ? [watch.since.waiting(named(waiting, scene.links), voice)] : []),
  ];
}
