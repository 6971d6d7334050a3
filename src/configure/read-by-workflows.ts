import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { variablesRead } from "./review.ts";
import type { World } from "./world.ts";

/** The names of all variables that any of the shipped workflows reads. */
export async function readByWorkflows({ home }: World): Promise<ReadonlySet<string>> {
  const folder = join(home, "examples");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yml"));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return new Set(texts.flatMap(variablesRead));
}
