import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { renderPage } from "../../sandbox/page/page.ts";
import { timeline } from "../../src/report/pictures/timeline.ts";
import { GOOD, played, storyOf } from "../report/stories.ts";
import { hasChromium, launch, unfold } from "./chromium.ts";

// A cold browser on a busy machine takes its time.
jest.setTimeout(60_000);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How long the scrape took, and what the axis of such a run counts. */
const RUNS: readonly (readonly [number, string])[] = [
  [200, "00:00 00:02 00:04 00:06"],
  [62_000, "00:00 00:15 00:30 00:45 01:00"],
  [10 * MINUTE_MS, "00:00 05:00 10:00"],
  [59 * MINUTE_MS, "00:00 15:00 30:00 45:00"],
  [90 * MINUTE_MS, "0:00:00 0:30:00 1:00:00 1:30:00"],
  [5.5 * HOUR_MS, "0:00:00 2:00:00 4:00:00"],
  [23.9 * HOUR_MS, "0:00:00 6:00:00 12:00:00 18:00:00"],
  [30 * HOUR_MS, "day 1 day 2"],
  [190 * HOUR_MS, "day 1 day 2 day 3 day 4 day 5 day 6 day 7 day 8"],
  [800 * HOUR_MS, "day 1 day 8 day 15 day 22 day 29"],
];
const AXES = `[...document.querySelectorAll(".diagram svg")].map((svg) =>
  [...svg.querySelectorAll(".grid .tick text")].map((text) => {
    const { left, right } = text.getBoundingClientRect();
    return { text: text.textContent, left, right };
  }))`;
type Axis = readonly { readonly text: string; readonly left: number; readonly right: number }[];

(hasChromium ? describe : describe.skip)("the axis of a timeline", () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "timeline-"));
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function axesIn(timezoneId: string, width: number): Promise<readonly Axis[]> {
    const file = join(folder, "summary.html");
    const pictures = RUNS.map(([scrape]) => timeline(storyOf(played(GOOD, { scrape }))));
    await writeFile(file, await renderPage(pictures.join("\n\n"), { title: "", lang: "en" }));
    const page: Page = await browser.newPage({ timezoneId, viewport: { width, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    await unfold(page);
    const axes = await page.evaluate<readonly Axis[]>(AXES);
    await page.close();
    return axes;
  }

  // Half an hour, a quarter, a day behind, a day before; and clocks that change at midnight.
  test.each([
    "UTC",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "America/Sao_Paulo",
    "Pacific/Pago_Pago",
    "Pacific/Kiritimati",
    "Asia/Beirut",
  ])("counts from the start of the run, whoever looks: %s", async (zone) => {
    const axes = await axesIn(zone, 1280);
    expect(axes.map((axis) => axis.map(({ text }) => text).join(" "))).toEqual(
      RUNS.map(([, axis]) => axis),
    );
  });

  test("has numbers that do not touch each other on a phone", async () => {
    for (const axis of await axesIn("UTC", 400)) {
      const gaps = axis.slice(1).map(({ left }, index) => left - (axis[index]?.right ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThan(0);
    }
  });
});
