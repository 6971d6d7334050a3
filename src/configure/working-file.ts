import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Whole or not at all, and never over a file that came to be since somebody looked. */
export async function create(root: string, path: string, text: string): Promise<void> {
  // A folder that is not there is a slip of the keyboard: only what belongs to GitHub is made in it.
  await stat(root);
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "wx");
  try {
    await file.writeFile(text);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Whole, or the old file stays: it is written beside, and takes the place in one step. */
export async function replace(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  // Nobody else's file has this name, be it one that an earlier editor left.
  const beside = `${target}.${randomUUID()}.new`;
  try {
    await writeFile(beside, text, { flag: "wx" });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
