/**
 * One escaper per target. Each takes any text and returns text that the target shows as it is.
 */

const PUNCTUATION = /[!-/:-@[-`{-~]/g;
const HARMLESS_IN_CODE = /^[\w./:=,% -]+$/;

/**
 * Text as inline code in GitHub's Markdown.
 *
 * Code, because GitHub turns `@team` and `#1` in ordinary text into mentions and links even when
 * they are escaped, but leaves code alone. Entities, because they hold in a table cell, in a list
 * and inside HTML alike, where backslashes and backticks do not.
 */
export function asCode(text: string): string {
  if (HARMLESS_IN_CODE.test(text)) return `\`${text}\``;
  const escaped = text.replace(PUNCTUATION, (mark) => `&#${mark.charCodeAt(0)};`);
  return `<code>${escaped}</code>`;
}

/**
 * A line that the runner only prints. The runner reads `::command` at the start of a line
 * (after white space) and `##[command` anywhere in it, on both streams.
 */
export function asLogLine(line: string): string {
  return line
    .replace(/[\r\n\u2028\u2029]+/g, " ")
    .replaceAll("##[", "# #[")
    .replace(/^(\s*):/, "$1\u200b:");
}

/** A URL for a Markdown link's target: nothing in it can end the target. */
export function asLinkTarget(url: string): string {
  return encodeURI(url.toWellFormed()).replace(
    /[()<>"'`|\\]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
}
