import { realpath } from "node:fs/promises";
import { isSameRepository, readOrigin, type Target } from "./target.ts";
import type { World } from "./world.ts";

/** The root of the working copy in which the person stands, if it is one of this repository. */
export async function workingCopyOf(
  target: Target,
  { run, folder }: World,
): Promise<string | undefined> {
  const [top, origin] = await Promise.all([
    run("git", ["rev-parse", "--show-toplevel"], folder),
    run("git", ["remote", "get-url", "origin"], folder),
  ]);
  const found = origin === undefined ? undefined : readOrigin(origin);
  return found && isSameRepository(found, target) ? top : undefined;
}

export async function isSameFolder(one: string, other: string): Promise<boolean> {
  return (await realpath(one)) === (await realpath(other));
}

/** Where in a working copy of git's a folder is, whichever repository that is of. */
export type PlaceInCopy = "root" | "below" | "outside";

export async function placeInCopy(folder: string, { run }: World): Promise<PlaceInCopy> {
  const top = await run("git", ["rev-parse", "--show-toplevel"], folder);
  if (top === undefined) return "outside";
  return (await isSameFolder(top, folder)) ? "root" : "below";
}
