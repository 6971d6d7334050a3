import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { folder, start } from "../sandbox/npm-start.ts";

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
