/**
 * `npm run pictures` renews the README's pictures: the summaries of a good and of a bad day and the
 * last runs of a month, as the bundle wrote them in the sandbox, in each language, for light and dark
 * pages. It takes some minutes.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium, type Page } from "playwright-core";
import type { Fault } from "../sandbox/faults.ts";
import { LANGUAGES, type Language } from "../src/settings/settings.ts";
import { renderPage } from "../sandbox/page/page.ts";
import { MANUAL_RUN } from "../sandbox/runner/environment.ts";
import { runAction } from "../sandbox/runner.ts";
import { startSandbox } from "../sandbox/sandbox.ts";
import { haveGoodDay } from "../sandbox/start/good-day.ts";

const CHROMIUM_PATH = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const IMAGES = fileURLToPath(new URL("images/", import.meta.url));
const USER = { username: "books-bot", password: "open-the-bookshop" };

/** About as wide as GitHub shows a README, in CSS pixels. */
const VIEWPORT = { width: 860, height: 1400 };
/** Sharp on most screens; at 2 the larger pictures pass 200 KB. */
const SCALE = 1.5;
/** Of the page below the table of tasks, so that the picture does not end in the middle of a line. */
const MARGIN_PX = 16;

/** A shop whose pages take 10 ms makes a scrape of 1,000 books take eleven seconds. */
const SLOW_SHOP = "slow-shop:10";
const BOOKS = 1000;
/** The scrape and the training of a shop without latency take two seconds. */
const GOOD_DAY_TIMEOUT_MS = 60_000;
const DAYS: readonly Day[] = [
  { name: "good-day", booksBefore: 997, faults: [SLOW_SHOP] },
  { name: "bad-day", booksBefore: 1000, faults: [SLOW_SHOP, "half-shop"] },
];

const START = fileURLToPath(new URL("../sandbox/start.ts", import.meta.url));
/** The month of the README; a scrape of some seconds, as one of none would draw no durations. */
const MONTH =
  "--days 30 --fault half-shop@12 --fault down@20..22 --late 7 --miss 9 --latency-ms 20";

interface Day {
  readonly name: string;
  readonly booksBefore: number;
  readonly faults: readonly Fault[];
}

const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ["--no-sandbox"] });
const folder = await mkdtemp(join(tmpdir(), "orquestra-pictures-"));
try {
  for (const language of LANGUAGES) {
    for (const day of DAYS) {
      const page = join(folder, "summary.html");
      const summary = await summaryOf(day, language);
      await writeFile(page, await renderPage(summary, { title: "", lang: language }));
      for (const scheme of ["light", "dark"] as const) {
        await take(page, scheme, uptoTasks, join(IMAGES, `${day.name}.${language}.${scheme}.png`));
      }
    }
    await promisify(execFile)(
      process.execPath,
      [START, ...MONTH.split(" "), "--language", language],
      { cwd: folder },
    );
    const lastDay = join(folder, "out/day-30/summary.html");
    for (const scheme of ["light", "dark"] as const) {
      await take(lastDay, scheme, lastRuns, join(IMAGES, `month.${language}.${scheme}.png`));
    }
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}

/** Runs the bundle against a sandbox of its own, on the day after a good one. */
async function summaryOf({ booksBefore, faults }: Day, language: Language): Promise<string> {
  const sandbox = await startSandbox({ books: booksBefore, users: [USER] });
  try {
    await haveGoodDay(sandbox.url, USER, AbortSignal.timeout(GOOD_DAY_TIMEOUT_MS));
    sandbox.setBooks(BOOKS);
    sandbox.setFaults(faults);
    const run = await runAction({
      inputs: { "api-url": sandbox.url, ...USER, language },
      event: { ...MANUAL_RUN, name: "schedule" },
    });
    if (run.summary === "") throw new Error(run.raw);
    return run.summary;
  } finally {
    await sandbox.close();
  }
}

/** Where a picture begins and ends, in CSS pixels of the page. */
interface Section {
  readonly fromY: number;
  readonly toY: number;
}

async function take(
  file: string,
  colorScheme: "light" | "dark",
  sectionOf: (page: Page) => Promise<Section>,
  target: string,
): Promise<void> {
  const page = await browser.newPage({
    colorScheme,
    viewport: VIEWPORT,
    deviceScaleFactor: SCALE,
  });
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction("!document.querySelector('article > pre:not([hidden])')");
  const { fromY, toY } = await sectionOf(page);
  await page.screenshot({
    path: target,
    fullPage: true,
    clip: {
      x: 0,
      y: fromY - MARGIN_PX,
      width: VIEWPORT.width,
      height: toY - fromY + 2 * MARGIN_PX,
    },
  });
  await page.close();
}

/** From the verdict to the end of the table of tasks. */
async function uptoTasks(page: Page): Promise<Section> {
  return { fromY: (await boxOf(page, "article")).y, toY: bottom(await boxOf(page, "table")) };
}

/** The last runs, with the chart of durations. */
async function lastRuns(page: Page): Promise<Section> {
  return {
    fromY: (await boxOf(page, "article h3")).y,
    toY: bottom(await boxOf(page, "article svg")),
  };
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${page.url()} has no ${selector}`);
  return box;
}

function bottom({ y, height }: { readonly y: number; readonly height: number }): number {
  return y + height;
}
