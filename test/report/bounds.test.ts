import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { renderMarkdown } from "../../sandbox/page/markdown.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import { summaryOf } from "../../src/report/summary.ts";
import { DAYS } from "./days.ts";
import { hostileStory } from "./hostile.ts";

const MAX_BYTES = 256 * 1024;
/** All that a summary of ours is made of, as it stands on the page. */
const TAGS = new Set(
  "h2 h3 p strong em code pre a ol ul li table thead tbody tr th td details summary br".split(" "),
);

/** The grammar of the pictures, as narrow as what we write. */
const PICTURE = new RegExp(
  [
    String.raw`flowchart LR\n\w+\["[✓✗?–] [^"<>]+(<br/>[✓✗?–] [^"<>]+)*"\]:::\w+( -\.?->? ?-?>? ?\w+\["[^"]+"\]:::\w+)*\n(classDef \w+ [\w#:,]+\n){4}`,
    String.raw`xychart-beta\n {2}title "[\p{L}, ]+"\n {2}x-axis \["\d+"(, "\d+")*\]\n {2}y-axis [\d.]+ --> [\d.]+\n( {2}(bar|line) \[[\d.]+(, [\d.]+)*\]\n){1,2}`,
    String.raw`gantt\ndateFormat YYYY-MM-DD HH:mm:ss\.SSS\naxisFormat (%M:%S|%-H:%M:%S|\p{L}+ %-j)\ntickInterval \d+(second|minute|hour|day|week)\n([\p{L} ]+ :(done|crit)(, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}){2}\n)+`,
  ]
    .map((kind) => `^(---\\n(?:[ \\w:,#"]+\\n)+---\\n)?${kind}$`)
    .join("|"),
  "u",
);

function picturesIn(summary: string): readonly string[] {
  return [...summary.matchAll(/^```mermaid\n([^]*?)^```$/gm)].map(([, picture = ""]) => picture);
}

test("whatever GitHub and the API say, it is bounded, ours alone and drawable", async () => {
  await fc.assert(
    fc.asyncProperty(hostileStory, async (story) => {
      const summary = summaryOf(story);
      expect(Buffer.byteLength(summary)).toBeLessThan(MAX_BYTES);
      expect(summary).not.toMatch(/undefined|NaN|Infinity|Invalid Date|\d[eE]\+\d/);

      const { html } = await renderMarkdown(summary);
      const tags = [...html.matchAll(/<([a-z][\w-]*)/g)].map(([, tag = ""]) => tag);
      expect(tags.filter((tag) => !TAGS.has(tag))).toEqual([]);
      const targets = [...html.matchAll(/href="([^"]*)"/g)].map(([, target = ""]) => target);
      expect(targets.filter((target) => !target.startsWith("https://github.com/"))).toEqual([]);
      expect(html.match(/ on\w+=| style=/g)).toBeNull();
      for (const picture of picturesIn(summary)) expect(picture).toMatch(PICTURE);
      for (const { message } of annotationsOf(story)) expect(message).not.toContain("undefined");
    }),
    { numRuns: 50 },
  );
});

describe.each(Object.entries(DAYS))("on a day that is %s", (_, tell) => {
  test.each(["en", "pt-BR"] as const)(
    "the page has each square with its words, in %s",
    async (language) => {
      const story = tell(language);
      const summary = summaryOf(story);
      const { html } = await renderMarkdown(summary);
      const written = summary.match(/aria-label="[^"]+"/g) ?? [];
      expect(html.match(/aria-label="[^"]+"/g) ?? []).toEqual(written);
      expect(
        html.match(/<a href="[^"]+" title="[^"]+" aria-label="[^"]+">[🟩🟥🟨⬜]<\/a>/gu) ?? [],
      ).toHaveLength(written.length);
      expect(picturesIn(summary).length).toBeGreaterThan(0);
      for (const picture of picturesIn(summary)) expect(picture).toMatch(PICTURE);
    },
  );
});
