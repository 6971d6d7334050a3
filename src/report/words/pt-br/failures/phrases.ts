import type { Voice } from "../../../voice.ts";
import { variable } from "../../places.ts";
import type { Scene } from "../../words.ts";

export const API_OWNER = "Quem cuida da API.";
export const REPOSITORY_ADMIN = "Quem pode alterar as configurações deste repositório.";

/** An input, and the variable with which the shipped workflow sets it. */
export function setWith(input: string, scene: Scene, voice: Voice): string {
  return `${voice.name(input)} na variável ${variable(input, scene, voice)}`;
}
