import { stat } from "node:fs/promises";
import type { Door, Plain } from "../text/plain.ts";

/** Why nothing can be written into a folder that somebody named. */
export type NoFolder =
  | { readonly kind: "missing" }
  | { readonly kind: "not-a-folder" }
  /** It is where the file itself belongs: the root of its working copy is meant, which is above. */
  | { readonly kind: "below-root"; readonly root: Plain };

/** Undefined where it is one; whether it may be written into only writing tells. */
export async function noFolder(path: string, door: Door): Promise<NoFolder | undefined> {
  const root = rootAbove(path);
  if (root !== undefined) return { kind: "below-root", root: door(root, 1000) };
  try {
    return (await stat(path)).isDirectory() ? undefined : { kind: "not-a-folder" };
  } catch {
    return { kind: "missing" };
  }
}

/** @param path a whole one; undefined where it may be a root itself */
export function rootAbove(path: string): string | undefined {
  return /^(.*?)[/\\]\.github(?:[/\\]workflows)?$/s.exec(path)?.[1];
}
