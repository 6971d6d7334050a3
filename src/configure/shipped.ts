import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { variablesRead } from "./review.ts";
import { WORKFLOW_FILE } from "./workflow.ts";
import type { World } from "./world.ts";

/** The names of variables that the shipped workflows read. */
export interface Shipped {
  readonly byAny: ReadonlySet<string>;
  readonly byPipeline: ReadonlySet<string>;
}

export async function readShipped({ home }: World): Promise<Shipped> {
  const folder = join(home, "examples");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yml"));
  const read = await Promise.all(
    files.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
  );
  const namesIn = (texts: typeof read) => new Set(texts.flatMap(([, text]) => variablesRead(text)));
  return {
    byAny: namesIn(read),
    byPipeline: namesIn(read.filter(([name]) => name === basename(WORKFLOW_FILE))),
  };
}
