import { setback } from "../../pipeline/run.ts";
import { findingsIn } from "../../preflight/preflight.ts";
import { annotationsOf, ledgerNotice, noteWarnings, type Annotation } from "../annotations.ts";
import { storyResult } from "../story.ts";
import { plainVoice } from "../voice.ts";
import type { Explanation } from "../words/words.ts";
import { headlineOf } from "./headline.ts";
import { topicsOf, type Told } from "./told.ts";

/** One error that names all that is wrong, and a warning for each thing that is worth a look. */
export function preflightAnnotations(told: Told): readonly Annotation[] {
  const { story, checks } = told;
  if (storyResult(story) === "cancelled") return annotationsOf(story);
  const voice = plainVoice(story.format);
  const warnings = topicsOf(findingsIn(checks, "warning"), told, voice);
  return [
    ...errorOf(told),
    ...warnings.map((topic): Annotation => ({
      level: "warning",
      title: "Orquestra",
      message: lineOf(topic),
    })),
    ...noteWarnings(story),
    ledgerNotice(story),
  ];
}

function errorOf(told: Told): readonly Annotation[] {
  const { story, checks } = told;
  const wrong = setback(story.run);
  if (!wrong) return [];
  const voice = plainVoice(story.format);
  const errors = findingsIn(checks, "error");
  // The headline of a single one stands in that of the whole.
  const tell = errors.length === 1 ? bodyOf : lineOf;
  return [
    {
      level: "error",
      title: story.words.log.failureTitle(undefined, wrong.failure.code),
      message: [`${headlineOf(told, voice)}.`, ...topicsOf(errors, told, voice).map(tell)].join(
        " ",
      ),
    },
  ];
}

function lineOf(topic: Explanation): string {
  return `${topic.headline}: ${bodyOf(topic)}`;
}

function bodyOf({ what, steps }: Explanation): string {
  return [what, ...steps].filter((part) => part !== "").join(" ");
}
