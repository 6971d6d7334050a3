/**
 * `npm run docs` renews what the documentation repeats from the code; with `--check` it only
 * compares, and exits with 1 when a page is out of date.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { format } from "oxfmt";
import formatting from "../.oxfmtrc.json" with { type: "json" };
import { DOORS, doorOf } from "./generator/doors.ts";
import { fillSections } from "./generator/markers.ts";
import { PAGES } from "./generator/pages.ts";
import { readSections } from "./generator/sections.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const { printWidth } = formatting;
const sections = await readSections();

for (const { path, language } of PAGES) {
  await renew(path, (old) => fillSections(old, (name) => sections.write(name, language)));
}
const root = await readFile(new URL("../action.yml", import.meta.url), "utf8");
for (const door of DOORS)
  await renew(`action/${door}/action.yml`, (old) => doorOf(door, root, old));

async function renew(path: string, write: (old: string) => string): Promise<void> {
  const file = new URL(`../${path}`, import.meta.url);
  const old = await readFile(file, "utf8");
  const { code: renewed } = await format(path, write(old), { printWidth });
  if (renewed === old) return;
  if (values.check) {
    process.stderr.write(`${path} is out of date: run npm run docs\n`);
    process.exitCode = 1;
  } else {
    await writeFile(file, renewed);
  }
}
