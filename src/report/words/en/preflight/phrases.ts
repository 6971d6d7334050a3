import type { Voice } from "../../../voice.ts";
import type { Site } from "../../preflight-words.ts";

export const PUSHERS = "Anyone who can push to this repository.";

/** The file that a change belongs into. */
export function inFile({ file, pages }: Site, voice: Voice): string {
  return voice.link(voice.name(file), pages.file);
}
