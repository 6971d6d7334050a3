import { findingsIn } from "../../preflight/preflight.ts";
import { isInTheDark } from "../../preflight/sight.ts";
import { headlineOf as headlineOfRun, storyResult } from "../story.ts";
import type { Voice } from "../voice.ts";
import { topicsOf, type Told } from "./told.ts";

/** Whether all is ready, or how many things are not; it claims no more than was looked at. */
export function headlineOf(told: Told, voice: Voice): string {
  const { story, words, checks } = told;
  if (storyResult(story) === "cancelled") return headlineOfRun(story, voice);
  const errors = findingsIn(checks, "error");
  const [only] = topicsOf(errors, told, voice);
  if (only) {
    return errors.length === 1
      ? words.onlyThing(only.headline)
      : words.toPutRight(errors.length, voice);
  }
  const warnings = findingsIn(checks, "warning").length;
  const unseen = checks.filter(
    ({ outcome }) => outcome.kind === "unseen" && isInTheDark(outcome.why),
  ).length;
  return [
    unseen === 0 ? story.words.summary.ready : words.apiReady,
    ...(unseen > 0 ? [words.notMade(unseen, voice)] : []),
    ...(warnings > 0 ? [words.worthALook(warnings, voice)] : []),
  ].join("; ");
}
