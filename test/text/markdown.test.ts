import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { asCode } from "../../src/text/escape.ts";
import { renderMarkdown } from "../../sandbox/page/markdown.ts";

const HOSTILE = [
  "**bold** _it_ `code`",
  "| a | b |",
  "<img src=x onerror=alert(1)>",
  "</code><script>alert(1)</script>",
  "@team and #1 and GH-1",
  "[link](https://evil.example.com)",
  "![picture](https://evil.example.com/x.png)",
  "```mermaid graph TD```",
  "https://evil.example.com",
  "\\` \\| &lt; &#60;",
  "$x^2$ :smile:",
];

describe("Markdown: text of others is code and nothing else", () => {
  test.each(HOSTILE)("%s", async (text) => {
    const { html } = await renderMarkdown(`before ${asCode(text)} after`);
    const tags = html.match(/<[a-z/][^>]*>/gi) ?? [];
    expect(tags).toEqual(["<p>", "<code>", "</code>", "</p>"]);
  });

  test("also in the cell of a table", async () => {
    const cells = HOSTILE.map((text) => `| ${asCode(text)} | last |`).join("\n");
    const { html } = await renderMarkdown(`| a | b |\n|---|---|\n${cells}`);
    expect(html.match(/<td>/g)).toHaveLength(2 * HOSTILE.length);
    expect(html.match(/<code>/g)).toHaveLength(HOSTILE.length);
  });

  test("whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (text) => {
        fc.pre(text.trim() !== "" && !/[\r\n\0]/.test(text));
        const { html } = await renderMarkdown(`x ${asCode(text)} y`);
        expect(html.match(/<[a-z/][^>]*>/gi)).toEqual(["<p>", "<code>", "</code>", "</p>"]);
      }),
      { numRuns: 50 },
    );
  });
});
