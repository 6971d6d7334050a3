import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { asCode, asLinkTarget, asLogLine } from "../../src/text/escape.ts";
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

  test("and reads as it is when nothing in it needs escaping", () => {
    expect(asCode("tfidf_vectorizer.pkl")).toBe("`tfidf_vectorizer.pkl`");
  });
});

describe("the log: no line is a command", () => {
  test.each([
    ["::error::x", "\u200b::error::x"],
    ["  ::stop-commands::x", "  \u200b::stop-commands::x"],
    ["a ##[group]b", "a # #[group]b"],
    ["a\n::error::b", "a ::error::b"],
    ["Scrape: 20 books", "Scrape: 20 books"],
  ])("%j", (line, expected) => {
    expect(asLogLine(line)).toBe(expected);
  });

  test("whatever it was", () => {
    const pieces = fc.constantFrom("::", "##[", "#", "[", "error", "\n", "\r", " ", "\t", "\u2028");
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const line = asLogLine(parts.join(""));
        expect(line).not.toMatch(/^\s*::|##\[|[\r\n]/);
      }),
    );
  });
});

test("a link's target cannot be ended from within", () => {
  expect(asLinkTarget("https://github.com/a/b) [x](y")).not.toMatch(/[() ]/);
});
