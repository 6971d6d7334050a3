import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { escapeHtml, frameStyle, htmlDocument, type Script } from "./document.ts";
import { renderMarkdown } from "./markdown.ts";

export interface PageOptions {
  /** The name of the run, shown above the summary. */
  readonly title: string;
  /** The summary's language, as in `lang="en"`. */
  readonly lang: string;
  /** Below the title. */
  readonly note?: string;
  /** Where the page finds a copy of MERMAID_FILE; without it, the page holds all of that itself. */
  readonly mermaidSrc?: string;
  /** Pages beside this one, above the summary. */
  readonly neighbours?: Neighbours;
  /** What the summary's links lead to instead, by their address. */
  readonly detours?: ReadonlyMap<string, string>;
}

export interface Neighbours {
  /** What they are, for those who do not see them. */
  readonly label: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** 3 MB, which many pages in one place had better share. */
export const MERMAID_FILE = modulePath("mermaid/dist/mermaid.min.js");
const STYLE_FILE = modulePath("github-markdown-css/github-markdown.css");
const DIAGRAMS_FILE = new URL("diagrams.js", import.meta.url);

/**
 * A job summary as GitHub shows it, in one file that opens from disk: its styles and scripts are in
 * it, but for Mermaid where that is shared.
 */
export async function renderPage(markdown: string, options: PageOptions): Promise<string> {
  const { title, lang, note, neighbours, detours } = options;
  const { html, hasDiagrams } = await renderMarkdown(markdown, detours);
  return htmlDocument({
    title,
    lang,
    styles: [await readFile(STYLE_FILE, "utf8"), await frameStyle()],
    body: `<header class="run">
<h1>${escapeHtml(title)}</h1>
${note === undefined ? "" : `<p>${escapeHtml(note)}</p>`}
${neighbours === undefined ? "" : navigation(neighbours)}
</header>
<main class="summary">
<article class="markdown-body">
${html}
</article>
</main>`,
    scripts: hasDiagrams ? await diagramScripts(options) : [],
  });
}

async function diagramScripts({ mermaidSrc }: PageOptions): Promise<readonly Script[]> {
  const mermaid =
    mermaidSrc === undefined ? { text: await readFile(MERMAID_FILE, "utf8") } : { src: mermaidSrc };
  return [mermaid, { text: await readFile(DIAGRAMS_FILE, "utf8") }];
}

function navigation({ label, links }: Neighbours): string {
  const anchors = links.map(
    ({ text, href }) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`,
  );
  return `<nav aria-label="${escapeHtml(label)}">${anchors.join("\n")}</nav>`;
}

function modulePath(name: string): string {
  return fileURLToPath(import.meta.resolve(name));
}
