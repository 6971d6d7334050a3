import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { folder, start } from "./npm-start.ts";

test("a fault ends red, in the language asked for, and nothing of an older month stays", async () => {
  await mkdir(join(folder, "out/day-01"), { recursive: true });
  for (const name of ["index.html", "issue-1.html", "mine.txt"]) {
    await writeFile(join(folder, "out", name), "");
  }
  const { exitCode, stdout } = await start("--books 40 --fault half-shop --language pt-BR");
  expect(exitCode).toBe(1);
  expect(stdout).toContain(": falhou na etapa Conferência (data-dropped). Abra");
  expect(await readFile(join(folder, "out/summary.html"), "utf8")).toContain('<html lang="pt-BR">');
  expect((await readdir(join(folder, "out"))).toSorted()).toEqual([
    "mine.txt",
    "summary.html",
    "summary.md",
  ]);
});

test("a mistake is explained, and nothing is left", async () => {
  const { exitCode, stdout, stderr } = await start("--no-such-option");
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toBe("Unknown option '--no-such-option'\nSee npm start -- --help.\n");
  expect(await readdir(folder)).toEqual([]);
});
