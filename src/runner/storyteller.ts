import type { Run } from "../pipeline/run.ts";
import { createFormat } from "../report/format.ts";
import type { Story } from "../report/story.ts";
import type { Opening, Words } from "../report/words/words.ts";
import type { Environment } from "./environment.ts";
import { linksOf } from "./links.ts";
import type { SettingsRead } from "../settings/read.ts";
import type { Door } from "../text/plain.ts";
import { VERSION } from "../version.ts";

/** Makes the story of a run, finished or not, out of what stays the same for all of it. */
export function storyteller(
  read: SettingsRead,
  environment: Environment,
  words: Words,
  door: Door,
): (run: Run) => Story {
  const settings = read.kind === "valid" ? read.settings : undefined;
  const { pipeline, dryRun, language, timeZone } =
    read.kind === "valid" ? read.settings : read.manner;
  const rest = {
    settings,
    timeZone,
    version: VERSION,
    pipeline,
    isPreflight: dryRun,
    username: door(settings?.username ?? ""),
    attempt: environment.attempt,
    runNumber: environment.runNumber,
    retentionDays: environment.retentionDays,
    startedBy: starterOf(environment.event),
    scene: {
      hostKind: settings?.hostKind ?? "public",
      runner: environment.runner,
      links: linksOf(environment, language),
    },
    words,
    format: createFormat(language, timeZone),
  };
  return (run) => ({ ...rest, run });
}

function starterOf(event: string): Opening["startedBy"] {
  switch (event) {
    case "schedule":
      return "schedule";
    case "workflow_dispatch":
      return "button";
    default:
      return "other";
  }
}
