import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
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

test("a good day ends green and leaves the summary and its page", async () => {
  const { exitCode, stdout, stderr } = await start("--books 40");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/\n\nThe pipeline succeeded in [\d.]+ s\. Open out\/summary\.html .*\n$/u);
  expect(await readFile(join(folder, "out/summary.md"), "utf8")).toContain("40");
  const page = await readFile(join(folder, "out/summary.html"), "utf8");
  expect(page).toMatch(/<h2>.*40.*<\/h2>/u);
  expect(page).toContain("the links are examples</h1>");
});

test("an interrupt reaches the action, which still says what it did", async () => {
  const { exitCode, stdout } = await start("--books 40 --fault slow-answers:30", "Scrape");
  expect(exitCode).toBe(1);
  expect(stdout).toContain(": cancelled in scrape (cancelled). Open");
});
