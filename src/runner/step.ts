import type { Run } from "../pipeline/run.ts";
import type { Story } from "../report/story.ts";
import { loadWords } from "../report/words/load.ts";
import type { Words } from "../report/words/words.ts";
import type { Preset } from "../settings/presets.ts";
import { readSettings, type SettingsRead } from "../settings/read.ts";
import type { Manner } from "../settings/settings.ts";
import { takeBearings, type Bearings } from "./bearings.ts";
import { storyteller } from "./storyteller.ts";

/** What a step has from its first line on, whichever door it came through: main step or post step. */
export interface AnyStep extends Bearings {
  /** As far as it is valid, where the settings are not. */
  readonly manner: Manner;
  readonly words: Words;
}

/** A step that runs the pipeline, or a part of it. */
export interface Step extends AnyStep {
  readonly read: SettingsRead;
  readonly manner: Extract<SettingsRead, { readonly kind: "invalid" }>["manner"];
  /** Makes the story of a run, finished or not. */
  readonly tell: (run: Run) => Story;
}

/** @param preset inputs that the door has settled */
export async function openStep(preset: Preset): Promise<Step> {
  const bearings = takeBearings(preset);
  const { environment, runner, door, hidesHosts } = bearings;
  const read = readSettings(runner.inputs, door, hidesHosts);
  const manner = read.kind === "valid" ? read.settings : read.manner;
  const words = await loadWords(manner.language);
  const tell = storyteller(read, environment, words, door);
  return { ...bearings, read, manner, words, tell };
}
