import type { Run } from "../pipeline/run.ts";
import { createFormat } from "../report/format.ts";
import type { Story, Telling } from "../report/story.ts";
import type { Opening, Words } from "../report/words/words.ts";
import type { Environment } from "./environment.ts";
import { linksOf } from "./links.ts";
import type { SettingsRead } from "../settings/read.ts";
import type { HostKind, Manner } from "../settings/settings.ts";
import type { Door } from "../text/plain.ts";
import { VERSION } from "../version.ts";

/** What stays the same for every report of a step. */
export function tellingOf(
  { pipeline, language, timeZone }: Manner,
  environment: Environment,
  words: Words,
  hostKind: HostKind = "public",
): Telling {
  return {
    timeZone,
    version: VERSION,
    pipeline,
    attempt: environment.attempt,
    runNumber: environment.runNumber,
    retentionDays: environment.retentionDays,
    startedBy: starterOf(environment.event),
    scene: {
      hostKind,
      runner: environment.runner,
      links: linksOf(environment, language),
    },
    words,
    format: createFormat(language, timeZone),
  };
}

/** Makes the story of a run, finished or not. */
export function storyteller(
  read: SettingsRead,
  environment: Environment,
  words: Words,
  door: Door,
): (run: Run) => Story {
  const settings = read.kind === "valid" ? read.settings : undefined;
  const manner = read.kind === "valid" ? read.settings : read.manner;
  const rest = {
    // A preflight asks the API in spite of settings that are not valid.
    ...tellingOf(manner, environment, words, manner.hostKind),
    settings,
    isPreflight: manner.dryRun,
    username: door(manner.username),
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
