import type { Voice } from "../voice.ts";

/** Somebody else's words behind a sentence of ours, or nothing where there are none. */

export function afterColon(words: string | undefined, voice: Voice): string {
  return words ? `: ${voice.quote(words)}` : "";
}

export function inBrackets(words: string | undefined, voice: Voice): string {
  return words ? ` (${voice.quote(words)})` : "";
}
