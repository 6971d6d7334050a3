import { resolve } from "node:path";
import type { World } from "./world.ts";

/**
 * A path as a person gives it, from the folder in which they stand. A `~` at its start is their own
 * folder: no shell sees an answer, and none expands it in `--workflow=~/books`.
 */
export function pathOf(text: string, { folder, userHome }: Pick<World, "folder" | "userHome">) {
  return resolve(
    folder,
    text.replace(/^~(?=$|[/\\])/, () => userHome),
  );
}
