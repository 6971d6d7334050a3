import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

/** All that the generator reads. */
const SOURCES = [
  "README.md",
  "README.pt-BR.md",
  "action",
  "action.yml",
  ".oxfmtrc.json",
  "docs",
  "sandbox",
  "src",
  "test",
];

function generate(folder: string, ...args: string[]) {
  return new Promise<{ code: number; stderr: string }>((done) => {
    const script = [join(folder, "docs/generate.ts"), ...args];
    const child = execFile(process.execPath, script, (_, __, stderr) =>
      done({ code: child.exitCode ?? -1, stderr }),
    );
  });
}

describe("when the code has changed", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "docs-"));
    for (const source of [...SOURCES, "package.json"]) {
      await cp(source, join(folder, source), { recursive: true });
    }
    await symlink(resolve("node_modules"), join(folder, "node_modules"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const replace = async (file: string, from: string, to: string) => {
    const path = join(folder, file);
    const text = await readFile(path, "utf8");
    expect(text).toContain(from);
    await writeFile(path, text.replace(from, to));
  };

  test("--check names the pages and writes nothing; without it they are renewed", async () => {
    await replace("action.yml", "default: 90s", "default: 95s");
    const before = await readFile(join(folder, "README.md"), "utf8");

    const { code, stderr } = await generate(folder, "--check");

    expect(code).toBe(1);
    const outdated = [
      "README.md",
      "README.pt-BR.md",
      "action/preflight/action.yml",
      "action/scrape/action.yml",
      "action/train/action.yml",
    ];
    expect(stderr).toBe(
      outdated.map((path) => `${path} is out of date: run npm run docs\n`).join(""),
    );
    expect(await readFile(join(folder, "README.md"), "utf8")).toBe(before);

    expect(await generate(folder)).toEqual({ code: 0, stderr: "" });
    expect(await readFile(join(folder, "README.pt-BR.md"), "utf8")).toContain("`95s`");
    expect(await generate(folder, "--check")).toEqual({ code: 0, stderr: "" });
  });

  test("an input without a translation stops it", async () => {
    await replace("action.yml", "  dry-run:\n", "  new-input:\n    description: x\n  dry-run:\n");

    const { code, stderr } = await generate(folder, "--check");

    expect(code).toBe(1);
    expect(stderr).toContain("new-input of action.yml is not translated");
  });

  test("a translation without its input stops it", async () => {
    await replace("action.yml", "  dry-run:\n", "  dry:\n");

    expect((await generate(folder)).code).toBe(1);
  });
});
