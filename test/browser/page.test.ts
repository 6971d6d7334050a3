import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { renderPage } from "../../sandbox/page/page.ts";
import {
  hasChromium,
  launch,
  LOOKS,
  open as openFile,
  unfold,
  violationsOf,
  widthOf,
  type Scheme,
} from "./chromium.ts";

// A cold browser on a busy machine takes its time.
jest.setTimeout(60_000);

const SUMMARY = `## ✅ 1,000 books

> [!NOTE]
> The first run has nothing to compare with.

| ${"a long heading | ".repeat(20)}
|${"-|".repeat(20)}
| ${"value | ".repeat(20)}

${"an-endless-word".repeat(40)}

\`\`\`mermaid
flowchart LR
  H[Health]:::ok --> S[Scrape<br/>1,000 books]:::ok -.-> T[Train]:::bad
  classDef ok fill:#1a7f37,color:#fff
  classDef bad fill:#cf222e,color:#fff
\`\`\`

\`\`\`mermaid
xychart-beta
  x-axis ["9","10"]
  bar [70,69]
\`\`\`

<details><summary>Timeline</summary>

\`\`\`mermaid
gantt
  dateFormat x
  Health :done, 0, 200
\`\`\`

</details>
`;
const BROKEN = "```mermaid\nno such picture\n```";

(hasChromium ? describe : describe.skip)("in a browser", () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "page-"));
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function open(markdown: string, scheme: Scheme, width: number) {
    const file = join(folder, "summary.html");
    await writeFile(file, await renderPage(markdown, { title: "daily", lang: "en" }));
    return openFile(browser, file, [scheme, width]);
  }

  test.each(LOOKS)(
    "is drawn in %s, %d px wide, without a sideways scroll",
    async (scheme, width) => {
      const { page, heard } = await open(SUMMARY, scheme, width);
      await page.locator(".diagram svg").nth(1).waitFor();
      expect(await page.locator(".diagram svg").count()).toBe(2);
      await unfold(page);
      expect(await page.locator("details .diagram svg").count()).toBe(1);
      expect(await page.locator("pre[data-error]").count()).toBe(0);
      expect(await page.locator("pre:visible").count()).toBe(0);
      expect(await widthOf(page)).toBe(width);
      expect(await violationsOf(page)).toEqual([]);
      expect(heard).toEqual([]);
      await page.close();
    },
  );

  test("follows a change between light and dark", async () => {
    const { page, heard } = await open(SUMMARY, "light", 1280);
    const picture = page.locator(".diagram svg").first();
    const light = await picture.innerHTML();
    const drawn = await picture.elementHandle();
    await page.emulateMedia({ colorScheme: "dark" });
    await drawn.waitForElementState("hidden");
    expect(await picture.innerHTML()).not.toBe(light);
    expect(heard).toEqual([]);
    await page.close();
  });

  test("a diagram that cannot be drawn stays text", async () => {
    const { page, heard } = await open(BROKEN, "light", 1280);
    await page.locator("pre[data-error]").waitFor();
    expect(await page.locator("pre:visible").innerText()).toBe("no such picture\n");
    expect(await page.locator("svg").count()).toBe(0);
    expect(heard).toEqual([]);
    await page.close();
  });
});
