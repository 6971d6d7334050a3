import type { Door, Plain } from "../text/plain.ts";
import { openInputs, type InputSource } from "./inputs.ts";
import { identity, MAX_HISTORY, readManner } from "./manner.ts";
import { duration } from "./parse.ts";
import type { Manner, SettingsProblem } from "./settings.ts";
import { workflowFile } from "./workflow-file.ts";

/** All that a watch needs: it never talks to the API. */
export interface WatchSettings extends Manner {
  /** The name of the workflow's file. */
  readonly workflow: string;
  /** Absent where all pipelines of the workflow are watched. */
  readonly watched: Plain | undefined;
  /** How old the last success may be. */
  readonly maxAgeMs: number;
}

export interface WatchRead {
  /** As far as they are valid, and else their defaults. */
  readonly settings: WatchSettings;
  /** All of them, in the order of the documentation. */
  readonly problems: readonly SettingsProblem[];
}

/** A day, and the four hours by which a daily schedule starts late where that was measured. */
const DEFAULT_MAX_AGE_MS = 28 * 3_600_000;

export function readWatchSettings(source: InputSource, door: Door): WatchRead {
  const inputs = openInputs(source, door, door);
  const workflow = inputs.optional("workflow", "pipeline.yml", workflowFile);
  const maxAgeMs = inputs.optional("max-age", DEFAULT_MAX_AGE_MS, duration);
  const manner = readManner(source, inputs);
  // What a pipeline may do without is all that a watch has.
  if (manner.history === 0) {
    inputs.take("history", {
      problem: { kind: "out-of-range", value: door("0"), min: 1, max: MAX_HISTORY },
    });
  }
  const watched = identity(source.input("pipeline")) || undefined;
  return { settings: { ...manner, workflow, watched, maxAgeMs }, problems: inputs.problems };
}
