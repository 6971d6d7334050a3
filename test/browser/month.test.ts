import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { hasChromium, launch, LOOKS, open, unfold, violationsOf, widthOf } from "./chromium.ts";

const START = fileURLToPath(new URL("../../sandbox/start.ts", import.meta.url));
/** A day of each kind. */
const MONTH =
  "--days 6 --books 20 --fault half-shop@2 --fault cut-answer@3 --miss 4 --late 5 --fault empty-training@6 --rerun 6";

// A cold browser and nine runs, on machines that may be busy.
jest.setTimeout(120_000);

(hasChromium ? describe : describe.skip)("a month, in a browser", () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "month-"));
    await promisify(execFile)(process.execPath, [START, ...MONTH.split(" ")], { cwd: folder });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  const fileOf = (name: string) => join(folder, "out", name);
  const assets = () => [fileOf("assets/mermaid.js")];

  test.each(LOOKS)("the index in %s, %d px wide", async (scheme, width) => {
    const { page, heard } = await open(browser, fileOf("index.html"), [scheme, width]);
    expect(await page.locator("li").count()).toBe(6);
    expect(await widthOf(page)).toBe(width);
    expect(await violationsOf(page)).toEqual([]);
    expect(heard).toEqual([]);
    await page.close();
  });

  describe.each(["day-02/summary", "day-03/summary", "day-06/summary"])("%s", (name) => {
    test.each(LOOKS)("in %s, %d px wide", async (scheme, width) => {
      const file = fileOf(`${name}.html`);
      const { page, heard } = await open(browser, file, [scheme, width], assets());
      await unfold(page);
      expect(await page.locator(".diagram svg").count()).toBeGreaterThan(0);
      expect(await page.locator("pre[data-error]").count()).toBe(0);
      expect(await widthOf(page)).toBe(width);
      expect(await violationsOf(page)).toEqual([]);
      expect(heard).toEqual([]);
      await page.close();
    });
  });

  test.each(LOOKS)("an issue in %s, %d px wide", async (scheme, width) => {
    const { page, heard } = await open(browser, fileOf("issue-1.html"), [scheme, width]);
    expect(await widthOf(page)).toBe(width);
    expect(await violationsOf(page)).toEqual([]);
    expect(heard).toEqual([]);
    await page.close();
  });

  test("the whole card of a day leads to it, and from there on and back", async () => {
    const { page } = await open(browser, fileOf("index.html"), ["light", 1280]);
    await page
      .locator("li")
      .nth(4)
      .click({ position: { x: 5, y: 5 } });
    expect(await page.title()).toBe("Day 5 · Fri 5 Jun");
    await page.getByRole("link", { name: "Day 6 →" }).click();
    await page.getByRole("link", { name: "First attempt" }).click();
    expect(page.url()).toContain("/day-06/first-attempt.html");
    await page.getByRole("link", { name: "All days" }).click();
    await page.getByRole("link", { name: "First attempt: failed" }).click();
    expect(page.url()).toContain("/day-06/first-attempt.html");
    await page.close();
  });
});
