import { stat } from "node:fs/promises";

/** Why nothing can be written into a folder that somebody named. */
export type NoFolder = "missing" | "not-a-folder";

/** Undefined where it is one; whether it may be written into only writing tells. */
export async function noFolder(path: string): Promise<NoFolder | undefined> {
  try {
    return (await stat(path)).isDirectory() ? undefined : "not-a-folder";
  } catch {
    return "missing";
  }
}
