import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

/** A script of ours: in the page itself, or in a file beside it. */
export type Script = { readonly text: string } | { readonly src: string };

export interface DocumentParts {
  readonly title: string;
  /** As in `lang="en"`. */
  readonly lang: string;
  readonly styles: readonly string[];
  /** HTML. */
  readonly body: string;
  readonly scripts: readonly Script[];
}

/**
 * A page that opens from disk without a network: its content security policy lets nothing out, and no
 * script run but those given.
 */
export function htmlDocument({ title, lang, styles, body, scripts }: DocumentParts): string {
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
${body}
${scripts.map(scriptTag).join("\n")}
</body>
</html>
`;
}

function policy(scripts: readonly Script[]): string {
  const sources = new Set(scripts.flatMap(sourcesOf));
  return [
    "default-src 'none'",
    // Mermaid writes its styles into each picture.
    "style-src 'unsafe-inline'",
    `script-src ${sources.size === 0 ? "'none'" : [...sources].join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function sourcesOf(script: Script): readonly string[] {
  // A page that was opened from disk has no origin that every browser takes for 'self'.
  if ("src" in script) return ["'self'", "file:"];
  return [`'sha256-${createHash("sha256").update(script.text).digest("base64")}'`];
}

function scriptTag(script: Script): string {
  if ("src" in script) return `<script src="${escapeHtml(script.src)}"></script>`;
  // A script with its own end in it would spill over into the page.
  if (/<\/?script/iu.test(script.text)) throw new Error("This script cannot stand inside a page.");
  return `<script>${script.text}</script>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** What all pages of the sandbox look like. */
export function frameStyle(): Promise<string> {
  return readFile(new URL("frame.css", import.meta.url), "utf8");
}
