import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { renderPage } from "../../sandbox/page/page.ts";
import { preflightReport } from "../../src/report/preflight/report.ts";
import { BLIND, DOUBTFUL, READY, told, WRONG } from "../report/preflight/mornings.ts";
import { hasChromium, launch, LOOKS, open, violationsOf, widthOf } from "./chromium.ts";

// A cold browser on a busy machine takes its time.
jest.setTimeout(120_000);

const MORNINGS = { READY, WRONG, BLIND, DOUBTFUL };
const CASES = Object.entries(MORNINGS).flatMap(([name, morning]) =>
  LOOKS.map(([scheme, width]) => ({ name, morning, scheme, width })),
);

(hasChromium ? describe : describe.skip)("the summary of a preflight in a browser", () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "preflight-"));
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  test.each(CASES)("$name fits, $scheme and $width wide", async ({ morning, scheme, width }) => {
    // The longer words.
    const { summary } = preflightReport(await told(morning, "pt-BR"));
    const file = join(folder, "summary.html");
    await writeFile(file, await renderPage(summary, { title: "Preflight", lang: "pt-BR" }));

    const { page, heard } = await open(browser, file, [scheme, width]);

    expect(await widthOf(page)).toBe(width);
    expect(await page.locator("table").first().locator("tbody tr").count()).toBe(15);
    expect(await violationsOf(page)).toEqual([]);
    expect(heard).toEqual([]);
    await page.close();
  });
});
