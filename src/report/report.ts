import { annotationsOf, type Annotation } from "./annotations.ts";
import { outputsOf } from "./outputs.ts";
import { storyResult, type Story } from "./story.ts";
import { summaryOf } from "./summary.ts";

/** All that a run leaves behind. */
export interface Report {
  readonly succeeded: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  /** In GitHub's Markdown; empty where none is wanted. */
  readonly summary: string;
}

/** Whole before any of it is written: a mistake in one part must not leave the others contradicting it. */
export function reportOf(story: Story): Report {
  return {
    succeeded: storyResult(story) === "succeeded",
    outputs: outputsOf(story),
    annotations: annotationsOf(story),
    summary: summaryOf(story),
  };
}
