import { load } from "cheerio";
import { renderMarkdown } from "../page/markdown.ts";

/** The first heading of a summary as plain text; undefined where there is none. */
export async function headlineOf(summary: string): Promise<string | undefined> {
  const heading = /^#{1,6} .+$/mu.exec(summary)?.[0];
  if (heading === undefined) return undefined;
  const { html } = await renderMarkdown(heading);
  // Its mark stands for the result, and whoever shows the headline shows that, too.
  const text = load(html)
    .text()
    .trim()
    .replace(/^[^\p{L}\p{N}]+/u, "");
  return text === "" ? undefined : text;
}
