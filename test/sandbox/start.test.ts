import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";

const START = fileURLToPath(new URL("../../sandbox/start.ts", import.meta.url));

// Each test starts two processes, one after the other, on machines that may be busy.
jest.setTimeout(30_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "start-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Runs `npm start` in the test's own folder, and interrupts it at the words `interruptAt`. */
async function start(args: string, interruptAt?: string) {
  const child = spawn(process.execPath, [START, ...args.split(" ")], { cwd: folder });
  child.stdout.on("data", (chunk: Buffer) => {
    if (interruptAt !== undefined && chunk.toString().includes(interruptAt)) child.kill("SIGINT");
  });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { exitCode: exitCode as unknown, stdout, stderr };
}

test("a fault ends red, in the language asked for", async () => {
  const { exitCode, stdout } = await start("--books 40 --fault half-shop --language pt-BR");
  expect(exitCode).toBe(1);
  expect(stdout).toContain(": failed in gate (data-dropped). Open");
  expect(await readFile(join(folder, "out/summary.html"), "utf8")).toContain('<html lang="pt-BR">');
});

test("a mistake is explained, and nothing is left", async () => {
  const { exitCode, stdout, stderr } = await start("--no-such-option");
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toBe("Unknown option '--no-such-option'\nSee npm start -- --help.\n");
  expect(await readdir(folder)).toEqual([]);
});
