import type { Voice } from "../../../voice.ts";
import { variable } from "../../places.ts";
import type { Scene } from "../../words.ts";

export const API_OWNER = "The owner of the API.";
export const REPOSITORY_ADMIN = "Anyone who can change this repository's settings.";

/** An input, and the variable with which the shipped workflow sets it. */
export function setWith(input: string, scene: Scene, voice: Voice): string {
  return `${voice.name(input)} with the variable ${variable(input, scene, voice)}`;
}
