/**
 * One escaper per target. Each takes any text and returns text that the target shows as it is.
 */

/**
 * Text as inline code in GitHub's Markdown, anywhere: in a sentence, a list or a table's cell.
 *
 * A code span (CommonMark, 6.1), because it binds before everything else: nothing in it becomes
 * markup, a link, a mention (`@team`) or a reference (`#1`), which escaping does not prevent. Its
 * fence is longer than any run of backticks in the text. A pipe would end a table's cell even here,
 * and its escape shows outside of tables, so a line that looks like one stands in its place.
 */
export function asCode(text: string): string {
  if (text === "") return "";
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  // One space at each end belongs to the fence; without it a backtick at an end would, too.
  const room = /^`|`$|^ .* $/.test(text) ? " " : "";
  return `${fence}${room}${text.replaceAll("|", "│")}${room}${fence}`;
}

/**
 * A line that the runner only prints. The runner reads `::command` at the start of a line
 * (after white space, to which .NET counts U+0085 as well) and `##[command` anywhere in it, on both
 * streams.
 */
export function asLogLine(line: string): string {
  return line
    .replace(/[\r\n\u2028\u2029]+/g, " ")
    .replaceAll("##[", "# #[")
    .replace(/^([\s\u0085]*):/, "$1\u200b:");
}

/** A URL for a Markdown link's target: nothing in it can end the target. */
export function asLinkTarget(url: string): string {
  return encodeURI(url.toWellFormed()).replace(
    /[()<>"'`|\\]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
}

/** Text of a message in Slack, which reads `<!channel>` and links in angle brackets (api.slack.com). */
export function asSlackText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Text of a message in Discord, whose Markdown takes a backslash before any of its marks. */
export function asDiscordText(text: string): string {
  return text.replace(/[\\`*_~|[\]()<>#@-]/g, "\\$&");
}
