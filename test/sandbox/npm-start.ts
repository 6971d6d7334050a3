import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, jest } from "@jest/globals";

const START = fileURLToPath(new URL("../../sandbox/start.ts", import.meta.url));

// Each test starts two processes, one after the other, on machines that may be busy.
jest.setTimeout(30_000);

/** Where `npm start` leaves what it leaves: a folder for each test. */
export let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "start-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Runs `npm start` in the test's own folder, and interrupts it at the words `interruptAt`. */
export async function start(args: string, interruptAt?: string) {
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
