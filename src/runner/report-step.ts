import type { Telling } from "../report/story.ts";
import { loadWords } from "../report/words/load.ts";
import { readReportSettings } from "../settings/read-report.ts";
import type { Read } from "../settings/read.ts";
import type { ReportSettings } from "../settings/settings.ts";
import { takeBearings } from "./bearings.ts";
import type { AnyStep } from "./step.ts";
import { tellingOf } from "./storyteller.ts";

/** A step that tells of other jobs. */
export interface ReportStep extends AnyStep {
  readonly read: Read<ReportSettings, ReportSettings>;
  readonly manner: ReportSettings;
  readonly telling: Telling;
}

export async function openReportStep(): Promise<ReportStep> {
  const bearings = takeBearings({});
  const { environment, runner, door } = bearings;
  const read = readReportSettings(runner.inputs, door);
  const manner = read.kind === "valid" ? read.settings : read.manner;
  const words = await loadWords(manner.language);
  return { ...bearings, read, manner, words, telling: tellingOf(manner, environment, words) };
}
