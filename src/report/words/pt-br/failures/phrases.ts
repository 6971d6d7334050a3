import type { Voice } from "../../../voice.ts";
import { variable } from "../../places.ts";
import { goesOnAlone } from "../../scene.ts";
import type { Scene } from "../../words.ts";

export const API_OWNER = "o responsável pela API.";
export const REPOSITORY_ADMIN = "quem pode alterar as configurações deste repositório.";

export const LOOK_INTO_LOG = "Veja o log da API no horário desta execução.";

export function leadsToApi(scene: Scene, voice: Voice): string {
  return `Verifique se ${variable("api-url", scene, voice)} leva à API de livros, e não a um proxy, a um portal de autenticação ou a outro serviço.`;
}

/** For work that nobody waits for any more: nothing keeps two runs of it apart but this. */
export const WAIT_FOR_ITS_END =
  "Antes de iniciar outra execução, veja no log da API se o trabalho desta já terminou: duas ao mesmo tempo se sobrepõem.";

/** {@link WAIT_FOR_ITS_END}, where there may be such work. */
export function waitForItsEnd({ task }: Scene): readonly string[] {
  return goesOnAlone(task) ? [WAIT_FOR_ITS_END] : [];
}

/** An input, and the variable with which the shipped workflow sets it. */
export function setWith(input: string, scene: Scene, voice: Voice): string {
  return `${voice.name(input)} na variável ${variable(input, scene, voice)}`;
}
