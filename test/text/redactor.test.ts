import { describe, expect, test } from "@jest/globals";
import { createRedactor, MASK } from "../../src/text/redactor.ts";

function redact(secret: string, text: string): string {
  const redactor = createRedactor();
  redactor.add(secret);
  return redactor.redact(text);
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("a secret is masked, and nothing else,", () => {
  // Each is made of what its encoding changes, so that no other form of it covers the text.
  test.each([
    ["as it is", "söns/&wörd", "söns/&wörd"],
    ["in capitals", "söns/&wörd", "SÖNS/&WÖRD"],
    ["in small letters", "SÖNS/&WÖRD", "söns/&wörd"],
    ["URL-encoded", "é/é/é/é/", "%C3%A9%2F%C3%A9%2F%C3%A9%2F%C3%A9%2F"],
    ["URL-encoded in lower case", "é/é/é/é/", "%c3%a9%2f%c3%a9%2f%c3%a9%2f%c3%a9%2f"],
    [
      "URL-encoded twice",
      "é/é/é/é/",
      "%25C3%25A9%252F%25C3%25A9%252F%25C3%25A9%252F%25C3%25A9%252F",
    ],
    ["as a form", "a b é d e f", "a+b+%C3%A9+d+e+f"],
    ["as a form in lower case", "a b é d e f", "a+b+%c3%a9+d+e+f"],
    ["as JSON", 'é"ö\\é"ö\\', 'é\\"ö\\\\é\\"ö\\\\'],
    ["as Flask's JSON", "é—é—é—é—", "\\u00e9\\u2014\\u00e9\\u2014\\u00e9\\u2014\\u00e9\\u2014"],
    ["as JSON that escapes all", "jörg", "\\u006a\\u00f6\\u0072\\u0067"],
    ["as JSON that escapes all in upper case", "jörg", "\\u006A\\u00F6\\u0072\\u0067"],
    ["as Python's bytes", "éé'é\\", "\\xc3\\xa9\\xc3\\xa9\\'\\xc3\\xa9\\\\"],
    ["as Python's bytes of JSON", 'é"öü', '\\xc3\\xa9\\\\"\\xc3\\xb6\\xc3\\xbc'],
    ["as Flask's HTML", `a&b<c>d"e'f`, "a&amp;b&lt;c&gt;d&#34;e&#39;f"],
    ["as Python's HTML", `a&b<c>d"e'f`, "a&amp;b&lt;c&gt;d&quot;e&#x27;f"],
    ["as others' HTML", `a&b<c>d"e'f`, "a&amp;b&lt;c&gt;d&quot;e'f"],
    ["in base64", "???>>>~~~", "Pz8/Pj4+fn5+"],
    ["in base64url", "???>>>~~~", "Pz8_Pj4-fn5-"],
    ["as bytes in per cent", "jörg", "%6a%c3%b6%72%67"],
    ["as bytes in per cent in upper case", "jörg", "%6A%C3%B6%72%67"],
    ["as bytes in hexadecimal", "jörg", "\\x6a\\xc3\\xb6\\x72\\x67"],
    ["as HTML's numbers", "j🔑rg", "&#106;&#128273;&#114;&#103;"],
    ["as HTML's hexadecimal numbers", "j🔑rg", "&#x6a;&#x1f511;&#x72;&#x67;"],
    ["as HTML's hexadecimal numbers in upper case", "j🔑rg", "&#x6A;&#x1F511;&#x72;&#x67;"],
    ["in hexadecimal", "jörg", "6ac3b67267"],
    ["in hexadecimal in upper case", "jörg", "6AC3B67267"],
  ])("%s", (_case, secret, encoded) => {
    const around = (text: string) => `password=${text}; {"password":"${text}"}`;
    expect(redact(secret, around(encoded))).toBe(around(MASK));
  });

  test.each([
    ["at the first place", "", "***OyBhbmQgbW9yZQ=="],
    ["at the second", "p", "cG***TsgYW5kIG1vcmU="],
    ["at the third", "pp", "cHB***7IGFuZCBtb3Jl"],
  ])(
    "in the base64 of a longer text %s: what it shares with its neighbours stays",
    (_case, before, shown) => {
      const secret = "correct horse battery";
      expect(redact(secret, base64(`${before}${secret}; and more`))).toBe(shown);
    },
  );

  test.each(["abcd", "abcde", "abcdef"])("in base64, be it as short as %s", (secret) => {
    expect(redact(secret, base64(secret).replaceAll("=", ""))).toBe(MASK);
  });

  test.each([
    ["u", "dTp***"],
    ["us", "dXM6***=="],
    ["use", "dXNlOm***="],
  ])("in the base64 of a header with which %s logs in", (user, shown) => {
    expect(redact("abcd", base64(`${user}:abcd`))).toBe(shown);
  });

  test("wherever it stands", () => {
    expect(redact("abcdefgh", "abcdefgh, not abcdefgh!")).toBe(`${MASK}, not ${MASK}!`);
  });

  test("behind a capital whose small letter is longer", () => {
    expect(redact("abcdefgh", "İİ ABCDEFGH.")).toBe(`İİ ${MASK}.`);
  });

  test("twice in a row with one mask", () => {
    expect(redact("abcdefgh", "abcdefghabcdefgh")).toBe(MASK);
  });
});

describe("ordinary text stays", () => {
  test.each([
    ["a word of a longer secret", "correct horse battery", "correct, or not"],
    ["three characters of a short one", "abcd", "abc bcd"],
    ["a short line of a long secret", "first line\nöä", "100 %C3%B6 of them"],
    ["a number with digits of one in hexadecimal", "abcdefgh", "1637 of 6263646"],
    ["a long one in base64", "ab".repeat(2049), "YWJhYmFiYWJhYmFi"],
    ["a character of a long one, by its number", "a".repeat(4097), "&#97;&#97;"],
  ])("%s", (_case, secret, text) => {
    expect(redact(secret, text)).toBe(text);
  });
});

describe("a line of a secret is a secret", () => {
  test.each([
    ["of four characters", "abcd\nefghijklmnopqrst", "abcd"],
    ["of six", "abcdef\nghijklmnopqrst", "abcdef"],
    ["with Windows' line breaks", "ghijklmnopqrst\r\nabcdef", "abcdef"],
  ])("%s", (_case, secret, line) => {
    expect(redact(secret, `the ${line} is wrong`)).toBe(`the ${MASK} is wrong`);
  });
});
