import { loadWords } from "../report/words/load.ts";
import type { SettingsProblem } from "../settings/settings.ts";
import { readWatchSettings, type WatchSettings } from "../settings/watch.ts";
import { takeBearings } from "./bearings.ts";
import type { AnyStep } from "./step.ts";

/** What the step of a watch has from its first line on. */
export interface WatchStep extends AnyStep {
  /** As far as they are valid, and else their defaults. */
  readonly manner: WatchSettings;
  readonly problems: readonly SettingsProblem[];
}

export async function openWatchStep(): Promise<WatchStep> {
  const bearings = takeBearings({});
  const { settings, problems } = readWatchSettings(bearings.runner.inputs, bearings.door);
  const words = await loadWords(settings.language);
  return { ...bearings, manner: settings, problems, words };
}
