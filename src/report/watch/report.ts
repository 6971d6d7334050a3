import { isGood } from "../../watch/verdict.ts";
import type { Report } from "../report.ts";
import { watchAnnotationsOf } from "./annotations.ts";
import { watchOutputsOf } from "./outputs.ts";
import { storyState, type WatchStory } from "./story.ts";
import { watchSummaryOf } from "./summary.ts";

/** All that a watch leaves behind: whole before any of it is written. */
export function watchReportOf(story: WatchStory): Report {
  return {
    succeeded: isGood(storyState(story)),
    outputs: watchOutputsOf(story),
    annotations: watchAnnotationsOf(story),
    summary: watchSummaryOf(story),
  };
}
