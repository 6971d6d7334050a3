import { readFile } from "node:fs/promises";
import { readAirflowExport, type Exports } from "./airflow-export.ts";
import type { Options } from "./options.ts";
import { pathOf } from "./path.ts";
import type { Trouble } from "./trouble.ts";
import type { World } from "./world.ts";

type Unreadable = Extract<Trouble, { code: "export-unreadable" }>;

/** What the file that `--from` names holds, nothing without one; undefined after a complaint. */
export async function readExport(
  { from }: Options,
  world: World,
  complain: (trouble: Unreadable) => void,
): Promise<Exports | undefined> {
  if (from === undefined) return { values: {}, inexact: [] };
  const unreadable = (because: Unreadable["because"]) => {
    complain({ code: "export-unreadable", file: world.door(from), because });
    return undefined;
  };
  let bytes: Buffer;
  try {
    bytes = await readFile(pathOf(from, world));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return unreadable(code === "ENOENT" ? "missing" : "not-readable");
  }
  const read = readAirflowExport(bytes);
  return read.kind === "read" ? read : unreadable(read.kind);
}
