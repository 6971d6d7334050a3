import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MERMAID_FILE, renderPage, type PageOptions } from "../page/page.ts";

/** Where everything that `npm start` leaves is. */
export const OUT = "out";
export const INDEX = "index.html";
const ASSETS = "assets";
const MERMAID = `${ASSETS}/mermaid.js`;
const OF_A_MONTH = /^(?:day-\d+|issue-\d+\.html|index\.html)$/u;

/** The page of an issue, below the folder of the month. */
export function issueFile(number: number): string {
  return `issue-${number}.html`;
}

/** The pages of one attempt, below the folder of the month. */
export interface AttemptFiles {
  readonly markdown: string;
  readonly page: string;
}

/** The newest attempt's files have the plain name; the one before it is the first one. */
export function filesOf(day: number, isLast: boolean): AttemptFiles {
  const name = `day-${String(day).padStart(2, "0")}/${isLast ? "summary" : "first-attempt"}`;
  return { markdown: `${name}.md`, page: `${name}.html` };
}

/** Makes room for a month: the days of an older one must not pass for its own. */
export async function clearFolder(): Promise<void> {
  await mkdir(join(OUT, ASSETS), { recursive: true });
  const old = (await readdir(OUT)).filter((name) => OF_A_MONTH.test(name));
  await Promise.all(old.map((name) => rm(join(OUT, name), { recursive: true })));
  await copyFile(MERMAID_FILE, join(OUT, MERMAID));
}

/** Writes a summary, and as the page that GitHub would show. */
export async function writeAttempt(
  { markdown, page }: AttemptFiles,
  summary: string,
  options: Omit<PageOptions, "mermaidSrc">,
): Promise<void> {
  await mkdir(join(OUT, markdown, ".."), { recursive: true });
  await writeFile(join(OUT, markdown), summary);
  await writeFile(
    join(OUT, page),
    await renderPage(summary, { ...options, mermaidSrc: `../${MERMAID}` }),
  );
}

/** Writes what is no summary as a page beside the index. */
export async function writePage(
  file: string,
  markdown: string,
  options: Omit<PageOptions, "mermaidSrc">,
): Promise<void> {
  await writeFile(join(OUT, file), await renderPage(markdown, { ...options, mermaidSrc: MERMAID }));
}

export async function writeIndex(html: string): Promise<void> {
  await writeFile(join(OUT, INDEX), html);
}
