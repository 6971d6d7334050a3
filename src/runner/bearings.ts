import { secretsIn } from "../settings/address-secrets.ts";
import { hidesInfrastructure, hostsIn } from "../settings/privacy.ts";
import type { Preset } from "../settings/presets.ts";
import { hideInfrastructure } from "../text/infrastructure.ts";
import { createDoor, type Door } from "../text/plain.ts";
import { createRedactor } from "../text/redactor.ts";
import { readEnvironment, type Environment } from "./environment.ts";
import { readEvent, type Event } from "./event.ts";
import { INTERNAL_ERROR_TITLE, onMistake } from "./mistakes.ts";
import { createRunner, SECRET_ADDRESSES, SECRET_INPUTS, type Runner } from "./runner.ts";

/** Where a step is and how it speaks: all that is known before its door reads what it needs. */
export interface Bearings {
  readonly environment: Environment;
  readonly event: Event;
  readonly runner: Runner;
  /** Knows the inputs that are secret, and all that `mask` adds to them. */
  readonly door: Door;
  readonly mask: (secret: string) => void;
  /** Whether nobody may read where the API is. */
  readonly hidesHosts: boolean;
}

/** @param preset inputs that the door has settled */
export function takeBearings(preset: Preset): Bearings {
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
  return { environment, event, runner, door, mask, hidesHosts };
}
