import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { renderMarkdown } from "./markdown.ts";

export interface PageOptions {
  /** The name of the run, shown above the summary. */
  readonly title: string;
  /** The summary's language, as in `lang="en"`. */
  readonly lang: string;
}

/**
 * A job summary as GitHub shows it, in one file that opens from disk: its styles and scripts are in
 * it, and its content security policy lets nothing out and no other script run.
 */
export async function renderPage(markdown: string, { title, lang }: PageOptions): Promise<string> {
  const { html, hasDiagrams } = await renderMarkdown(markdown);
  const styles = [
    await readModule("github-markdown-css/github-markdown.css"),
    await readOwn("frame.css"),
  ];
  const scripts = hasDiagrams
    ? [await readModule("mermaid/dist/mermaid.min.js"), await readOwn("diagrams.js")]
    : [];
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${styles.join("\n")}
</style>
</head>
<body>
<header class="run"><h1>${escapeHtml(title)}</h1></header>
<main class="summary">
<article class="markdown-body">
${html}
</article>
</main>
${scripts.map(inlineScript).join("\n")}
</body>
</html>
`;
}

function policy(scripts: readonly string[]): string {
  const hashes = scripts.map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    // Mermaid writes its styles into each picture.
    "style-src 'unsafe-inline'",
    `script-src ${hashes.length === 0 ? "'none'" : hashes.join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function inlineScript(script: string): string {
  // A script with its own end in it would spill over into the page.
  if (/<\/?script/iu.test(script)) throw new Error("This script cannot stand inside a page.");
  return `<script>${script}</script>`;
}

async function readOwn(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), "utf8");
}

async function readModule(path: string): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve(path)), "utf8");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
