import type { Voice } from "../../../voice.ts";
import { variable } from "../../places.ts";
import { goesOnAlone } from "../../scene.ts";
import type { Scene } from "../../words.ts";

export const API_OWNER = "The owner of the API.";
export const REPOSITORY_ADMIN = "Anyone who can change this repository's settings.";

export const LOOK_INTO_LOG = "Look into the API's log at the time of this run.";

export function leadsToApi(scene: Scene, voice: Voice): string {
  return `Check that ${variable("api-url", scene, voice)} leads to the books API, and not to a proxy, a captive portal or another service.`;
}

/** For work that nobody waits for any more: nothing keeps two runs of it apart but this. */
export const WAIT_FOR_ITS_END =
  "Before you start another run, see in the API's log whether this one's work has ended: two at once overlap.";

/** {@link WAIT_FOR_ITS_END}, where there may be such work. */
export function waitForItsEnd({ task }: Scene): readonly string[] {
  return goesOnAlone(task) ? [WAIT_FOR_ITS_END] : [];
}

/** An input, and the variable with which the shipped workflow sets it. */
export function setWith(input: string, scene: Scene, voice: Voice): string {
  return `${voice.name(input)} with the variable ${variable(input, scene, voice)}`;
}
