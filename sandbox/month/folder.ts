import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clearOut, OUT } from "../out.ts";
import { MERMAID_FILE, renderPage, type PageOptions } from "../page/page.ts";

export const INDEX = "index.html";
const ASSETS = "assets";
const MERMAID = `${ASSETS}/mermaid.js`;

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

/** Makes room for a month. */
export async function clearFolder(): Promise<void> {
  await clearOut();
  await mkdir(join(OUT, ASSETS), { recursive: true });
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
