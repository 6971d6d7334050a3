/**
 * Mermaid pictures. They repeat what the text says, so a page without them says as much; GitHub
 * ignores some of their style at times. Only our own words and numbers go into them.
 *
 * @param config YAML that stands before the picture
 */
export function mermaid(config: readonly string[], lines: readonly string[]): string {
  const front = config.length === 0 ? [] : ["---", "config:", ...config, "---"];
  return ["```mermaid", ...front, ...lines, "```"].join("\n");
}
