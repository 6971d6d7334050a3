import type { SettingsProblem } from "../../settings/settings.ts";
import type { WatchSettings } from "../../settings/watch.ts";
import { stateOf, type Finding, type WatchState } from "../../watch/verdict.ts";
import type { Format } from "../format.ts";
import type { WatchWords } from "../words/watch-words.ts";
import type { Scene, Words } from "../words/words.ts";

/** All that the report of a watch is made of. Every text from outside is Plain. */
export interface WatchStory {
  readonly finding: Finding | Refused;
  readonly settings: WatchSettings;
  /** When it looked. */
  readonly at: Date;
  /** Of the watch's own workflow; `undefined` outside of GitHub. */
  readonly runNumber: number | undefined;
  /** How long GitHub keeps the repository's runs, where it says so. */
  readonly retentionDays: number | undefined;
  /** Of the workflow that is watched; `undefined` outside of GitHub. */
  readonly page: string | undefined;
  readonly scene: Omit<Scene, "task">;
  readonly words: Words;
  readonly watch: WatchWords;
  readonly format: Format;
}

/** It did not look, as nobody knows where to. */
export interface Refused {
  readonly kind: "refused";
  readonly problems: readonly SettingsProblem[];
}

export function storyState({ finding }: WatchStory): WatchState {
  return finding.kind === "refused" ? "blind" : stateOf(finding);
}
