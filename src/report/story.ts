import type { Result } from "../pipeline/names.ts";
import { resultOf, setback, type Run } from "../pipeline/run.ts";
import type { Settings } from "../settings/settings.ts";
import type { Format } from "./format.ts";
import type { Plain } from "../text/plain.ts";
import { explain } from "./speak.ts";
import type { Voice } from "./voice.ts";
import type { Explanation, Opening, Scene, Words } from "./words/words.ts";

/** All that a report is made of. Nothing in it is a secret, and every text from outside is Plain. */
export interface Story {
  readonly run: Run;
  /** Absent when they are not valid. */
  readonly settings: Settings | undefined;
  readonly pipeline: Plain;
  /** It was to change nothing: health and log-in only. */
  readonly isPreflight: boolean;
  /** Who logs in; empty when the settings are not valid. */
  readonly username: Plain;
  /** Of the workflow run, from 1. */
  readonly attempt: number;
  /** GitHub counts the runs of a workflow from 1; `undefined` outside of GitHub. */
  readonly runNumber: number | undefined;
  /** How long GitHub keeps the repository's runs, where it says so. */
  readonly retentionDays: number | undefined;
  readonly version: string;
  readonly startedBy: Opening["startedBy"];
  readonly timeZone: string;
  readonly scene: Omit<Scene, "task">;
  readonly words: Words;
  readonly format: Format;
}

export function storyResult(story: Story): Result {
  return resultOf(story.run);
}

/** What went wrong, in words; `undefined` when nothing did. */
export function explanationOf(story: Story, voice: Voice): Explanation | undefined {
  const wrong = setback(story.run);
  if (!wrong) return undefined;
  const scene = wrong.task === undefined ? story.scene : { ...story.scene, task: wrong.task };
  return explain(story.words, wrong.failure, scene, voice);
}

/** The outcome in the reader's words, numbers first. */
export function headlineOf(story: Story, voice: Voice): string {
  const { words, run, isPreflight } = story;
  const wrong = setback(run);
  if (wrong) {
    const headline = explanationOf(story, voice)?.headline ?? "";
    if (wrong.kind !== "unknown") return headline;
    const { unknownScrape, unknownTraining } = words.summary;
    return `${headline}: ${wrong.task === "train" ? unknownTraining : unknownScrape}`;
  }
  const { reported, stored, artifacts } = run.facts;
  const records = stored ?? reported;
  const parts = [
    records === undefined ? "" : words.summary.refreshed(records, voice),
    artifacts === undefined ? "" : words.summary.trained(artifacts.length, voice),
  ].filter((part) => part !== "");
  return isPreflight || parts.length === 0 ? words.summary.ready : parts.join(", ");
}
