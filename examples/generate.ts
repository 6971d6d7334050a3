/**
 * `npm run examples` writes the workflows that a team copies; with `--check` it only compares, and
 * exits with 1 when one is out of date.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { exampleOf } from "./example.ts";

const NAMES = ["pipeline.yml", "dag.yml", "fleet.yml", "watch.yml", "preflight.yml"];

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

for (const name of NAMES) {
  const target = new URL(name, import.meta.url);
  const source = new URL(`../.github/workflows/${name}`, import.meta.url);
  const example = exampleOf(await readFile(source, "utf8"));
  if (!values.check) {
    await writeFile(target, example);
  } else if (example !== (await readFile(target, "utf8"))) {
    process.stderr.write(`examples/${name} is out of date: run npm run examples\n`);
    process.exitCode = 1;
  }
}
