import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refused } from "../github/refusal.ts";
import type { Plain } from "../text/plain.ts";
import type { Options } from "./options.ts";
import { pathOf } from "./path.ts";
import type { Place } from "./place.ts";
import type { Target } from "./target.ts";
import { WORKFLOW_FILE } from "./workflow.ts";
import { workingCopyOf } from "./working-copy.ts";
import type { World } from "./world.ts";

export type FoundWorkflow =
  | { readonly kind: "found"; readonly at: Plain; readonly text: string }
  /** In a working copy, where nothing hides it. */
  | { readonly kind: "missing"; readonly at: Plain }
  | { readonly kind: "unreadable"; readonly at: Plain; readonly words: Plain }
  /** On GitHub, which says 404 as well of what a token may not see. */
  | {
      readonly kind: "unseen";
      readonly at: Plain;
      readonly because: "not-found" | "not-permitted";
    };

/**
 * The workflow file of the working copy that `--workflow` names or in which the person stands; else the
 * one on the default branch, from where GitHub runs it.
 */
export async function findWorkflow(
  { workflow }: Options,
  target: Target,
  place: Place,
  world: World,
): Promise<FoundWorkflow> {
  const root =
    workflow === undefined ? await workingCopyOf(target, world) : pathOf(workflow, world);
  return root === undefined ? onGitHub(place, world) : inCopy(root, world);
}

async function inCopy(root: string, { door }: World): Promise<FoundWorkflow> {
  const path = join(root, WORKFLOW_FILE);
  const at = door(path, 1000);
  try {
    return { kind: "found", at, text: await readFile(path, "utf8") };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === "ENOENT"
      ? { kind: "missing", at }
      : { kind: "unreadable", at, words: door(message) };
  }
}

async function onGitHub(
  { settings, repository: { fullName, defaultBranch } }: Place,
  { door }: World,
): Promise<FoundWorkflow> {
  const at = door(`${fullName}/${WORKFLOW_FILE}@${defaultBranch}`);
  try {
    return { kind: "found", at, text: await settings.file(WORKFLOW_FILE) };
  } catch (error) {
    const because = error instanceof Refused ? error.refusal.kind : undefined;
    if (because !== "not-found" && because !== "not-permitted") throw error;
    return { kind: "unseen", at, because };
  }
}
