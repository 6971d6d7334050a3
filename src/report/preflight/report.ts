import { chronicleOf } from "../chronicle.ts";
import { outputsOf } from "../outputs.ts";
import type { Report } from "../report.ts";
import { storyResult } from "../story.ts";
import { hasSummary } from "../summary-mode.ts";
import { preflightAnnotations } from "./annotations.ts";
import { preflightSummary } from "./summary.ts";
import type { Told } from "./told.ts";

/** All that a preflight leaves behind. */
export function preflightReport(told: Told): Report {
  const { story } = told;
  return {
    succeeded: storyResult(story) === "succeeded",
    outputs: outputsOf(story),
    annotations: preflightAnnotations(told),
    summary: hasSummary(chronicleOf(story)) ? preflightSummary(told) : "",
  };
}
