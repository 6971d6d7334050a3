import type { Voice } from "../voice.ts";
import type { Links, Scene } from "./words.ts";

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

/** Where the shipped workflow takes an input from: what bears its name elsewhere is not read. */
export type Store = "variable" | "secret" | "either" | "workflow";

export function storeOf(input: string): Store {
  switch (input) {
    case "password":
    case "notify-url":
    case "ping-url":
      return "secret";
    case "username":
      return "either";
    // What GitHub alone knows, and the workflow hands on.
    case "needs":
    // What has to be the same as another line of that file.
    case "schedule-timezone":
      return "workflow";
    default:
      return "variable";
  }
}

/** Ticks beside a button. */
const TICKS: ReadonlySet<string> = new Set(["dry-run", "test-alerts"]);

/** Where a wrong value is put right; `undefined` where no page of settings or file holds it. */
export function placeOf(input: string): Store | undefined {
  return TICKS.has(input) ? undefined : storeOf(input);
}

export function variable(input: string, { links }: Scene, voice: Voice): string {
  return voice.link(voice.name(storedAs(input)), links.variables);
}

export function secret(input: string, { links }: Scene, voice: Voice): string {
  return voice.link(voice.name(storedAs(input)), links.secrets);
}

/** A page from the root of Orquestra's repository, found from the page of the failure codes. */
export function pageOfOurs(path: string, { failures }: Links): string | undefined {
  return failures === undefined ? undefined : URL.parse(`../${path}`, failures)?.href;
}
