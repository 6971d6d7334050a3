import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MERMAID_FILE, renderPage, type PageOptions } from "../page/page.ts";

/** Where everything that `npm start` leaves is. */
export const OUT = "out";
export const INDEX = "index.html";
const ASSETS = "assets";
const MERMAID = `${ASSETS}/mermaid.js`;
const DAY_FOLDER = /^day-\d+$/u;

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
  const old = (await readdir(OUT)).filter((name) => DAY_FOLDER.test(name) || name === INDEX);
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

export async function writeIndex(html: string): Promise<void> {
  await writeFile(join(OUT, INDEX), html);
}
