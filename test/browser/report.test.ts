import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { chromium, type Browser, type Page } from "playwright-core";
import { renderPage } from "../../sandbox/page/page.ts";
import { jointSummaryOf } from "../../src/report/joint/summary.ts";
import { summaryOf } from "../../src/report/summary.ts";
import type { Language } from "../../src/settings/settings.ts";
import { DAYS } from "../report/days.ts";
import { hostileStory } from "../report/hostile.ts";
import { JOINT_DAYS, jointStoryOf } from "../report/joint-days.ts";
import { GOOD, month, played, recalling, storyOf } from "../report/stories.ts";

const CHROMIUM_PATH = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const hasChromium = existsSync(CHROMIUM_PATH);
if (!hasChromium) {
  process.stderr.write(
    `SKIPPED: no summary is seen in a browser, as ${CHROMIUM_PATH} is missing.\n`,
  );
}

// A cold browser on a busy machine takes its time.
jest.setTimeout(120_000);

/** The longer words on the smaller screen. */
const LOOKS = [
  { language: "en", scheme: "dark", width: 1280 },
  { language: "pt-BR", scheme: "light", width: 400 },
] as const;
const SUMMARIES: readonly (readonly [day: string, write: (language: Language) => string])[] = [
  ...Object.entries(DAYS).map(
    ([day, tell]) => [day, (language: Language) => summaryOf(tell(language))] as const,
  ),
  ...Object.entries(JOINT_DAYS).map(
    ([day, about]) =>
      [
        `${day}, of many jobs`,
        (language: Language) => jointSummaryOf(jointStoryOf(about, language)),
      ] as const,
  ),
];
const CASES = SUMMARIES.flatMap(([day, write]) => LOOKS.map((look) => ({ ...look, day, write })));
const HOSTILE_DAYS = 100;

/** Runs in the page: the words of a picture that reach over its edge, by more than a rounded pixel. */
const CUT_WORDS = `[...document.querySelectorAll(".diagram svg")].flatMap((svg) => {
  const edge = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text, foreignObject")]
    .filter((text) => {
      const { left, right } = text.getBoundingClientRect();
      return left < edge.left - 1 || right > edge.right + 1;
    })
    .map((text) => text.textContent);
})`;

(hasChromium ? describe : describe.skip)("a summary in a browser", () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "report-"));
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args });
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function open(markdown: string, lang: string, scheme: "light" | "dark", width: number) {
    const file = join(folder, "summary.html");
    await writeFile(file, await renderPage(markdown, { title: "daily", lang }));
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate("document.querySelectorAll('details').forEach((all) => (all.open = true))");
    await page.waitForFunction(
      "![...document.querySelectorAll('pre:has(.language-mermaid)')].some((one) => !one.hidden && !one.dataset.error)",
    );
    return page;
  }

  const errorsIn = async (page: Page) =>
    page.evaluate<string[]>(
      "[...document.querySelectorAll('pre[data-error]')].map((one) => one.dataset.error)",
    );

  test.each(CASES)(
    "is drawn whole: $day, $language",
    async ({ language, scheme, width, write }) => {
      const summary = write(language);
      const page = await open(summary, language, scheme, width);
      expect(await errorsIn(page)).toEqual([]);
      expect(await page.evaluate("document.querySelectorAll('.diagram svg').length")).toBe(
        summary.match(/^```mermaid$/gm)?.length ?? 0,
      );
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      expect(await page.evaluate(CUT_WORDS)).toEqual([]);
      await page.close();
    },
  );

  test("a screen reader hears of each square which run it was and how it ended", async () => {
    const summary = summaryOf(storyOf(recalling(played(GOOD), month())));
    const page = await open(summary, "en", "light", 1280);
    const heard = await page.locator("article").ariaSnapshot();
    expect(heard).toContain('link "Run 111, 3 Nov 06:21: failed"');
    expect(heard).toContain('link "This run: succeeded"');
    await page.close();
  });

  test("every picture of a day on which everybody lies is valid", async () => {
    const pictures = fc
      .sample(hostileStory, HOSTILE_DAYS)
      .flatMap((story) => [...summaryOf(story).matchAll(/^```mermaid\n([^]*?)^```$/gm)])
      .map(([, picture = ""]) => picture);
    const page = await open("```mermaid\nflowchart LR\na-->b\n```", "en", "light", 1280);
    const parse = "(picture) => mermaid.parse(picture).then(() => '', (error) => error.message)";
    const wrong: string[] = [];
    for (const picture of pictures) {
      const error = await page.evaluate<string>(`(${parse})(${JSON.stringify(picture)})`);
      if (error !== "") wrong.push(`${error}\n${picture}`);
    }
    expect(pictures.length).toBeGreaterThan(HOSTILE_DAYS);
    expect(wrong).toEqual([]);
    await page.close();
  });
});
