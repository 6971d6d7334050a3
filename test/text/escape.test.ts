import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { asCode, asLinkTarget, asLogLine } from "../../src/text/escape.ts";

describe("Markdown: code is fenced as far as it needs", () => {
  test.each([
    ["what needs no escaping", "tfidf_vectorizer.pkl", "`tfidf_vectorizer.pkl`"],
    ["a backtick", "a`b", "``a`b``"],
    ["two in a row, and one", "a``b`c", "```a``b`c```"],
    ["a backtick in front", "`a", "`` `a ``"],
    ["a backtick behind", "a`", "`` a` ``"],
    ["a space at both ends", " ab ", "`  ab  `"],
    ["a space in front", " a b", "` a b`"],
    ["a space behind", "a b ", "`a b `"],
    ["a pipe", "a|b", "`a│b`"],
    ["nothing: no empty pair of backticks, which would show", "", ""],
  ])("%s", (_case, text, code) => {
    expect(asCode(text)).toBe(code);
  });
});

describe("the log: no line is a command", () => {
  test.each([
    ["::error::x", "\u200b::error::x"],
    ["  ::stop-commands::x", "  \u200b::stop-commands::x"],
    ["\u0085::error::x", "\u0085\u200b::error::x"],
    ["a ##[group]b", "a # #[group]b"],
    ["a\n::error::b", "a ::error::b"],
    ["a\r\nb", "a b"],
    ["Scrape: 20 books", "Scrape: 20 books"],
  ])("%j", (line, expected) => {
    expect(asLogLine(line)).toBe(expected);
  });

  test("whatever it was", () => {
    const marks = ["::", "##[", "#", "[", "error", "\n", "\r"];
    const white = [" ", "\t", "\v", "\f", "\u0085", "\u00a0", "\u3000", "\u2028"];
    const pieces = fc.constantFrom(...marks, ...white);
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const line = asLogLine(parts.join(""));
        expect(line).not.toMatch(/^[\s\u0085]*::|##\[|[\r\n]/);
      }),
    );
  });
});

describe("a link's target", () => {
  test.each([
    ["is left as it is", "https://github.com/a/b?c=d&e=f#g", "https://github.com/a/b?c=d&e=f#g"],
    ["cannot be ended from within", "https://h/b) [x](y", "https://h/b%29%20%5Bx%5D%28y"],
    [
      "leaves a table's cell and a tag alone",
      "https://h/|<'\"`\\>",
      "https://h/%7C%3C%27%22%60%5C%3E",
    ],
    ["holds half a character", "https://h/\ud800", "https://h/%EF%BF%BD"],
  ])("%s", (_case, url, target) => {
    expect(asLinkTarget(url)).toBe(target);
  });
});
