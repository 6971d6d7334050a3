import type { Voice } from "../voice.ts";
import type { Scene } from "./words.ts";

/** Where a thing is set in the shipped workflow, with a link to the page on which it is set. */

const OWN_NAMES: ReadonlyMap<string, string> = new Map([
  ["api-url", "API_URL"],
  ["username", "API_USERNAME"],
  ["password", "API_PASSWORD"],
]);

/** The name of the variable or secret behind an input: `ORQUESTRA_MAX_DROP` for `max-drop`. */
export function storedAs(input: string): string {
  return OWN_NAMES.get(input) ?? `ORQUESTRA_${input.toUpperCase().replaceAll("-", "_")}`;
}

export function variable(input: string, { links }: Scene, voice: Voice): string {
  return voice.link(voice.name(storedAs(input)), links.variables);
}

export function secret(input: string, { links }: Scene, voice: Voice): string {
  return voice.link(voice.name(storedAs(input)), links.secrets);
}
