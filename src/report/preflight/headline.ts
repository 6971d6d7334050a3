import { findingsIn } from "../../preflight/preflight.ts";
import { headlineOf as headlineOfRun, storyResult } from "../story.ts";
import type { Voice } from "../voice.ts";
import { topicsOf, type Told } from "./told.ts";

/** Whether all is ready, or how many things are not. */
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
  const { ready } = story.words.summary;
  return warnings === 0 ? ready : `${ready}; ${words.worthALook(warnings, voice)}`;
}
