import type { Result } from "../pipeline/names.ts";
import { resultOf, setback, type Run } from "../pipeline/run.ts";
import type { Settings } from "../settings/settings.ts";
import type { Format } from "./format.ts";
import type { Plain } from "../text/plain.ts";
import { explain } from "./speak.ts";
import type { Voice } from "./voice.ts";
import type { Explanation, Opening, Scene, Words } from "./words/words.ts";

/** What stays the same for every report of a step. Every text from outside is Plain. */
export interface Telling {
  readonly pipeline: Plain;
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

/** All that the report of a run is made of. Nothing in it is a secret. */
export interface Story extends Telling {
  readonly run: Run;
  /** Absent when they are not valid. */
  readonly settings: Settings | undefined;
  /** It was to change nothing: health and log-in only. */
  readonly isPreflight: boolean;
  /** Who logs in; empty when nobody is named. */
  readonly username: Plain;
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
  const done = doneSaid(stored ?? reported, artifacts?.length, words, voice);
  return isPreflight || done === "" ? words.summary.ready : done;
}

/** `1,000 books refreshed, 3 model artifacts trained`; empty where neither was done. */
export function doneSaid(
  records: number | undefined,
  artifacts: number | undefined,
  { summary }: Words,
  voice: Voice,
): string {
  return [
    records === undefined ? "" : summary.refreshed(records, voice),
    artifacts === undefined ? "" : summary.trained(artifacts, voice),
  ]
    .filter((part) => part !== "")
    .join(", ");
}
