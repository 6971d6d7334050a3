import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { renderMarkdown } from "../../sandbox/page/markdown.ts";
import { markedPart, markerIn, withPart, type Marker } from "../../src/github/issue-marker.ts";

const MARKER: Marker = {
  pipeline: "daily",
  state: "failing",
  at: new Date("2026-11-22T09:17:00.123Z"),
};
const LINE =
  "<!-- orquestra:failure v=1 pipeline=daily state=failing at=2026-11-22T09:17:00.123Z -->";
const PART = markedPart(MARKER, "What happened.");

const anyName = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 100 }),
  fc.constantFrom("a --> b", "<!--", "100 %", "books/daily job", "diário 📚", "\ud800"),
);

describe("the marker", () => {
  test("is written and read back", () => {
    expect(PART.split("\n")).toEqual([LINE, "What happened.", "<!-- orquestra:end -->"]);
    expect(markerIn(PART)).toEqual(MARKER);
    expect(
      markerIn(`People wrote this.\r\n\r\n${PART.replaceAll("\n", "\r\n")}\r\nAnd this.`),
    ).toEqual(MARKER);
  });

  test.each([
    ["nothing", ""],
    ["another version", LINE.replace("v=1", "v=2")],
    ["another state", LINE.replace("failing", "open")],
    ["a day that is none", LINE.replace("11-22", "13-45")],
    ["an encoding that is none", LINE.replace("daily", "%E0%A4%A")],
    ["another word in it", LINE.replace(" at=", " x=1 at=")],
    ["no end of the comment", LINE.replace(" -->", "")],
  ])("is none of ours with %s", (_, body) => {
    expect(markerIn(body)).toBeUndefined();
  });

  test("keeps any name of a pipeline, and ends no comment with it", async () => {
    await fc.assert(
      fc.asyncProperty(anyName, async (name) => {
        const pipeline = name.toWellFormed();
        const part = markedPart({ ...MARKER, pipeline: name }, "What happened.");
        expect(markerIn(part)?.pipeline).toBe(pipeline);
        const { html } = await renderMarkdown(part);
        expect(html.trim()).toBe("<p>What happened.</p>");
      }),
      { numRuns: 15 },
    );
  });
});

describe("a body with our part", () => {
  const newer = markedPart({ ...MARKER, state: "recovered" }, "It works.");

  test.each([
    ["alone", PART, newer],
    ["between what people wrote", `Before.\n\n${PART}\n\nAfter.`, `Before.\n\n${newer}\n\nAfter.`],
    ["without it, at the end", "Before.\n", `Before.\n\n${newer}\n`],
    ["in an empty one", "", `${newer}\n`],
    [
      "whose end people took away: what stands there may be theirs",
      `${LINE}\nWhat happened.\nAfter.`,
      `${newer}\nWhat happened.\nAfter.`,
    ],
  ])("%s", (_, before, after) => {
    expect(withPart(before, newer)).toBe(after);
  });

  test("is all of it replaced, whatever the API says in it", () => {
    const hostile = markedPart(MARKER, "It said `<!-- orquestra:end -->`, and more.");
    expect(withPart(`Before.\n${hostile}\nAfter.`, newer)).toBe(`Before.\n${newer}\nAfter.`);
  });

  test("keeps all that people write around it, however often it is written anew", () => {
    const text = fc
      .string({ unit: "binary", maxLength: 200 })
      .filter((one) => !one.includes("orquestra:"));
    fc.assert(
      fc.property(text, text, (above, below) => {
        const body = withPart(withPart(`${above}\n${PART}\n${below}`, newer), PART);
        expect(body).toBe(`${above}\n${PART}\n${below}`);
      }),
    );
  });
});
