/**
 * `npm run docs` renews what the documentation repeats from the code; with `--check` it only
 * compares, and exits with 1 when a page is out of date.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { format } from "oxfmt";
import formatting from "../.oxfmtrc.json" with { type: "json" };
import { fillSections } from "./generator/markers.ts";
import { PAGES } from "./generator/pages.ts";
import { readSections } from "./generator/sections.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const { printWidth } = formatting;
const sections = await readSections();

for (const { path, language } of PAGES) {
  const file = new URL(`../${path}`, import.meta.url);
  const old = await readFile(file, "utf8");
  const filled = fillSections(old, (name) => sections.write(name, language));
  const { code: renewed } = await format(path, filled, { printWidth });
  if (renewed === old) continue;
  if (values.check) {
    process.stderr.write(`${path} is out of date: run npm run docs\n`);
    process.exitCode = 1;
  } else {
    await writeFile(file, renewed);
  }
}
