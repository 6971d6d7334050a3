import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createDoor, cut } from "../../src/text/plain.ts";
import { createRedactor, MASK } from "../../src/text/redactor.ts";

const SECRET = "p4ss/w0rd & söns%";

function doorFor(...secrets: string[]) {
  const redactor = createRedactor();
  secrets.forEach((secret) => redactor.add(secret));
  return createDoor(redactor.redact);
}

describe("text from outside becomes one plain line", () => {
  const door = (text: string, maxChars?: number) => doorFor()(text, maxChars);
  test.each([
    ["line breaks of every kind", "a\r\nb\nc\u2028d\u2029e\u0085f", "a b c d e f"],
    ["ANSI colours", "\u001b[31mred\u001b[0m", "red"],
    ["ANSI titles", "\u001b]0;title\u0007text", "text"],
    ["NUL and bells", "a\0b\u0007c", "abc"],
    ["marks that turn the direction", "\u202eabc\u202c", "abc"],
    ["zero width", "a\u200bb\ufeffc", "abc"],
    ["lone surrogates", "a\ud800b", "ab"],
    ["white space at the ends", "  a  ", "a"],
    ["what is harmless stays", "Usuário ou senha inválidas 📚", "Usuário ou senha inválidas 📚"],
  ])("%s", (_case, text, expected) => {
    expect(door(text)).toBe(expected);
  });

  test("is cut by characters, not in the middle of one", () => {
    expect(door("📚".repeat(10), 5)).toBe("📚📚📚📚…");
    expect(cut("abc", 3)).toBe("abc");
    expect(cut("abcd", 3)).toBe("ab…");
  });

  test("is not looked at beyond 64 KiB", () => {
    const nothing = "\0".repeat(64 * 1024 - 1);
    expect(door(`${nothing}ab`)).toBe("a");
  });

  /** Halves of characters included, which `unit: "binary"` leaves out. */
  const character = fc.oneof(
    fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
    fc.constantFrom("\u001b[", "\u001b]", "\u009b", "\u202e", "\u200d", "\u2028", "\ud83d"),
  );
  test("whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 400 }), (text) => {
        const shown = door(text, 50);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect(Array.from(shown).length).toBeLessThanOrEqual(50);
      }),
    );
  });

  test("in time, even 1 MB of the worst", () => {
    expect(door("\u001b]".repeat(500_000))).toHaveLength(300);
    expect(door("<".repeat(1_000_000))).toHaveLength(300);
  });
});

describe("a secret does not come through", () => {
  const door = (text: string, maxChars?: number) => doorFor(SECRET)(text, maxChars);
  const base64 = Buffer.from(SECRET).toString("base64");
  test.each([
    ["as it is", SECRET],
    ["URL-encoded", encodeURIComponent(SECRET)],
    ["as a form", new URLSearchParams({ p: SECRET }).toString()],
    ["as JSON", JSON.stringify({ p: SECRET })],
    ["as Flask's JSON", '{"p": "p4ss/w0rd & s\\u00f6ns%"}'],
    [
      "URL-encoded in lower case",
      encodeURIComponent(SECRET).replace(/%../g, (byte) => byte.toLowerCase()),
    ],
    ["as HTML", "p4ss/w0rd &amp; söns%"],
    ["in base64", base64],
    ["in Basic authentication", Buffer.from(`etl:${SECRET}`).toString("base64")],
    ["in base64 with a shift", Buffer.from(`x${SECRET}`).toString("base64")],
    ["in base64url", Buffer.from(SECRET).toString("base64url")],
    ["its beginning", SECRET.slice(0, 10)],
    ["most of it", SECRET.slice(0, 15)],
    ["its end", SECRET.slice(-13)],
    ["split by a colour", `p4ss\u001b[0m/w0rd & söns%`],
    ["split by an invisible character", `p4ss\u200b/w0rd & söns%`],
  ])("%s", (_case, text) => {
    const shown = door(`before ${text} after`);
    expect(shown).toContain(MASK);
    expect(shown).not.toContain("w0rd");
    expect(shown).not.toContain(base64.slice(4, 14));
  });

  test.each([12, 13, 14, 15, 22])("not half of one of %i characters either", (length) => {
    const secret = "aB3-xY7+qW9.zK1/mN5=pL2".slice(0, length);
    const doorForIt = doorFor(secret);
    const half = Math.ceil(length / 2);
    expect(doorForIt(`cut: ${secret.slice(0, half)}`)).toBe(`cut: ${MASK}`);
    expect(doorForIt(`cut: ${secret.slice(-half)}`)).toBe(`cut: ${MASK}`);
  });

  test("behind what shows as nothing", () => {
    for (const nothing of ["\ufe0f", "\u034f", "\u3164", "\u2800", "\u00ad"]) {
      expect(door(Array.from(SECRET).join(nothing))).toBe(MASK);
    }
  });

  test("at a cut either", () => {
    for (let room = 5; room < 40; room += 1) {
      expect(door(`${"x".repeat(10)}${SECRET}`, room)).not.toContain("p4ss");
    }
  });

  test("of several lines, as a whole or by line", () => {
    const withLines = doorFor("first line\nsecond line");
    expect(withLines("first line\nsecond line")).toBe(MASK);
    expect(withLines("the second line")).toBe(`the ${MASK}`);
  });

  test("unless it is too short to be masked, which is told", () => {
    const redactor = createRedactor();
    expect(redactor.add("abc")).toBe(false);
    expect(redactor.redact("abcdef")).toBe("abcdef");
    expect(redactor.add("abcd")).toBe(true);
  });

  test("whatever it is and wherever it stands", () => {
    const secrets = fc.string({ minLength: 8, maxLength: 40, unit: "grapheme" });
    fc.assert(
      fc.property(secrets, fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(secret.trim() === secret && !MASK.includes(secret) && !/\*/.test(secret));
        const redactor = createRedactor();
        redactor.add(secret);
        expect(redactor.redact(before + secret + after)).not.toContain(secret);
      }),
    );
  });
});
