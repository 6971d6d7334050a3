import type { Run } from "../pipeline/run.ts";
import type { Story } from "../report/story.ts";
import { loadWords } from "../report/words/load.ts";
import type { Words } from "../report/words/words.ts";
import { secretsIn } from "../settings/address-secrets.ts";
import { hidesInfrastructure, hostsIn } from "../settings/privacy.ts";
import { readSettings, type SettingsRead } from "../settings/read.ts";
import { hideInfrastructure } from "../text/infrastructure.ts";
import { createDoor, type Door } from "../text/plain.ts";
import { createRedactor } from "../text/redactor.ts";
import { readEnvironment, type Environment } from "./environment.ts";
import { readEvent, type Event } from "./event.ts";
import { INTERNAL_ERROR_TITLE, onMistake } from "./mistakes.ts";
import {
  createRunner,
  SECRET_ADDRESSES,
  SECRET_INPUTS,
  type Preset,
  type Runner,
} from "./runner.ts";
import { storyteller } from "./storyteller.ts";

/** What a step of this action has from its first line on, be it the main step or the post step. */
export interface Step {
  readonly environment: Environment;
  readonly event: Event;
  readonly runner: Runner;
  readonly read: SettingsRead;
  /** As far as it is valid, where the settings are not. */
  readonly manner: Extract<SettingsRead, { readonly kind: "invalid" }>["manner"];
  readonly words: Words;
  /** Knows the inputs that are secret, and all that `mask` adds to them. */
  readonly door: Door;
  readonly mask: (secret: string) => void;
  /** Makes the story of a run, finished or not. */
  readonly tell: (run: Run) => Story;
}

/** @param preset inputs that the door has settled */
export async function openStep(preset: Preset): Promise<Step> {
  const environment = readEnvironment(process.env);
  const event = readEvent(process.env["GITHUB_EVENT_PATH"]);
  // @actions/github parses the event when it is imported, and nothing here needs it: a broken file
  // would cost the run its memory, and of a missing one it prints a line that went through no door.
  delete process.env["GITHUB_EVENT_PATH"];
  const runner = createRunner(environment, preset);
  const redactor = createRedactor();
  // Known before anything is shown: what is wrong with the inputs may name the API's host, too.
  const hidesHosts = hidesInfrastructure(runner.inputs.input("privacy"), event.isPublic);
  const door = createDoor((text) => {
    const safe = redactor.redact(text);
    if (!hidesHosts) return safe;
    const hosts = hostsIn(runner.inputs.input("api-url"));
    // A secret that shares letters with a host leaves a part of it.
    return hideInfrastructure(safe, [...hosts, ...hosts.map(redactor.redact)]);
  });
  const mask = (secret: string) => {
    if (redactor.add(secret)) runner.mask(secret);
  };
  onMistake(door, ({ detail }) => runner.annotate("error", INTERNAL_ERROR_TITLE, detail));
  SECRET_INPUTS.forEach((name) => mask(runner.inputs.input(name)));
  for (const name of SECRET_ADDRESSES) {
    const address = runner.inputs.input(name);
    if (address !== "") runner.mask(address);
    secretsIn(address).forEach((secret) => redactor.add(secret));
  }

  const read = readSettings(runner.inputs, door, hidesHosts);
  const manner = read.kind === "valid" ? read.settings : read.manner;
  const words = await loadWords(manner.language);
  const tell = storyteller(read, environment, words, door);
  return {
    environment,
    event,
    runner,
    read,
    manner,
    words,
    door,
    mask,
    tell,
  };
}
