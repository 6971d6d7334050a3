import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";

const CHROMIUM_PATH = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
export const hasChromium = existsSync(CHROMIUM_PATH);
if (!hasChromium) {
  process.stderr.write(`SKIPPED: no page is seen in a browser, as ${CHROMIUM_PATH} is missing.\n`);
}

/** How a page is looked at: a phone and a desk, by day and by night. */
export const LOOKS = [
  ["light", 400],
  ["dark", 400],
  ["light", 1280],
  ["dark", 1280],
] as const;
export type Scheme = (typeof LOOKS)[number][0];

export function launch(): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: [...args, "--disable-component-update", "--disable-sync"],
  });
}

/**
 * Opens a page from disk; `heard` gathers console messages, errors and requests, but for those of the
 * files that are expected.
 */
export async function open(
  browser: Browser,
  file: string,
  [colorScheme, width]: readonly [Scheme, number],
  expected: readonly string[] = [],
) {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  const heard: string[] = [];
  const own = new Set([file, ...expected].map((path) => pathToFileURL(path).href));
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("request", (request) => own.has(request.url()) || heard.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, heard };
}

/** Unfolds everything of a page that was just opened, and waits for every picture. */
export async function unfold(page: Page): Promise<void> {
  for (const fold of await page.locator("details > summary").all()) await fold.click();
  await page.waitForFunction(
    "[...document.querySelectorAll('pre:has(> code.language-mermaid)')].every((block) => block.hidden || block.dataset.error)",
  );
}

export function widthOf(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth");
}

/** What axe-core finds wrong, a line each. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run()");
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html}`),
  );
}
