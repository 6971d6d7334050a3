import { readdir, stat } from "node:fs/promises";

/** A script of the bundle. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
  /** Read at every start; the others only when they are needed. */
  readonly isEntry: boolean;
}

const DIST = new URL("../dist/", import.meta.url);
const ENTRY = "index.js";

/** The scripts of the bundle, the entry first. */
export async function sizes(): Promise<readonly Part[]> {
  const names = (await readdir(DIST)).filter((name) => name.endsWith(".js"));
  const parts = await Promise.all(
    names.map(async (name) => {
      const isEntry = name === ENTRY;
      const { size } = await stat(new URL(name, DIST));
      return { name: isEntry ? `the entry` : `lazy ${name}`, bytes: size, isEntry };
    }),
  );
  return parts.toSorted((a, b) => Number(b.isEntry) - Number(a.isEntry) || b.bytes - a.bytes);
}
