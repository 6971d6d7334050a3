import { storyState, type WatchStory } from "./story.ts";

/** The outputs of the watch, by the names in its action.yml. An empty text is an output without a value. */
export const WATCH_OUTPUT_NAMES = ["state", "last-success", "age-hours"] as const;
export type WatchOutputs = Readonly<Record<(typeof WATCH_OUTPUT_NAMES)[number], string>>;

const HOUR_MS = 3_600_000;

/** Of several pipelines, the one that fares worst. */
export function watchOutputsOf(story: WatchStory): WatchOutputs {
  const { finding, at } = story;
  const last = finding.kind === "judged" ? finding.pipelines[0]?.last : undefined;
  const endedAt = last?.line.endedAt;
  const ageMs = endedAt && Math.max(0, at.getTime() - endedAt.getTime());
  return {
    state: storyState(story),
    "last-success": endedAt?.toISOString() ?? "",
    "age-hours": ageMs === undefined ? "" : (ageMs / HOUR_MS).toFixed(1),
  };
}
