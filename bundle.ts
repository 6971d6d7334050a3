/**
 * `npm run build` makes `dist/`, which GitHub runs: TypeScript to JavaScript, each entry to one bundle
 * and its lazy chunks, and those without all that nothing calls. The same sources give the same bytes.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";

const ENTRIES = [
  { entry: "build/index.js", folder: "dist" },
  { entry: "build/configure/main.js", folder: "dist/configure" },
] as const;

/** Names of functions stay, as an internal error tells where it happened. */
const KEEP_NAMES = { keep_fnames: true, keep_classnames: true } as const;

for (const folder of ["build", "dist"]) rmSync(folder, { recursive: true, force: true });
run("tsc", "-p", "tsconfig.build.json");
for (const { entry, folder } of ENTRIES) {
  run("ncc", "build", entry, "--out", folder, "--license", "licenses.txt");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
    await shrink(join(folder, name));
  }
}

/** What ncc's own minifier leaves in: the functions of a library that are never called. */
async function shrink(path: string): Promise<void> {
  const { code = "" } = await minify(readFileSync(path, "utf8"), {
    module: true,
    compress: { passes: 2, ...KEEP_NAMES },
    mangle: KEEP_NAMES,
  });
  writeFileSync(path, `${code}\n`);
}

/** npm puts the programs of `node_modules` on the path. */
function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: "inherit" });
}
