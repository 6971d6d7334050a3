import { expect } from "@jest/globals";
import { renderMarkdown } from "../../sandbox/page/markdown.ts";
import type { ActionRun } from "../../sandbox/runner.ts";
import { everythingSaid } from "../scenarios/story.ts";

/** Commands that the action itself gives to the runner. */
const COMMAND = /^::(add-mask|debug|error|warning|notice)[ :]/;
/** What hides or turns text. */
const HIDDEN = /[^\P{Cc}\n]|[\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const MAX_SUMMARY_BYTES = 256 * 1024;
const MAX_OUTPUTS_BYTES = 64 * 1024;
/** A run of a secret that is this long gives it away; an encoding of it shares more with other texts. */
const WINDOW_CHARS = 8;
const ENCODED_WINDOW_CHARS = 12;

/** What holds of every run, whatever the API did: its text stays text, and everything is bounded. */
export async function expectOrderly(run: ActionRun): Promise<void> {
  const lines = run.raw.split(/\r\n|\r|\n/u);
  expect(lines.filter((line) => /^\s*::/.test(line) && !COMMAND.test(line))).toEqual([]);
  expect(run.raw).not.toContain("##[");
  for (const { title } of run.annotations) expect(title).toMatch(/^Orquestra/);
  expect([everythingSaid(run), ...Object.values(run.outputs)].join("\n")).not.toMatch(HIDDEN);
  expect(Buffer.byteLength(run.summary)).toBeLessThan(MAX_SUMMARY_BYTES);
  expect(Buffer.byteLength(JSON.stringify(run.outputs))).toBeLessThan(MAX_OUTPUTS_BYTES);
  await expectOwnMarkup(run.summary);
}

/** On GitHub's page: no picture, no link but ours, no mention, no reference, no tag in plain sight. */
async function expectOwnMarkup(summary: string): Promise<void> {
  const { html } = await renderMarkdown(summary);
  const bare = html.replaceAll(/<(code|pre)\b.*?<\/\1>/gsu, "");
  const targets = [...bare.matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, target = ""]) => target);
  for (const target of targets) expect(target).toMatch(/^https:\/\/github\.com\//);
  expect(bare).not.toMatch(/<(img|h1|input|hr|blockquote|picture|video)\b/);
  expect(bare.replaceAll(/<[^>]*>/gu, " ")).not.toMatch(/@\w|#\d|&#x3C;/u);
}

/** The secrets of which anything is shown, in clear or in the encodings that answers come in. */
export function secretsIn(run: ActionRun, secrets: readonly string[]): readonly string[] {
  const said = everythingSaid(run);
  return secrets.filter(
    (secret) =>
      shows(said, secret, WINDOW_CHARS) ||
      encodingsOf(secret).some((encoded) => shows(said, encoded, ENCODED_WINDOW_CHARS)),
  );
}

function encodingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString("hex");
  return [
    secret.toUpperCase(),
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    bytes.toString("base64"),
    hex,
    hex.replaceAll(/../g, "%$&"),
    Array.from(secret, (character) => `&#${character.codePointAt(0)};`).join(""),
  ];
}

function shows(text: string, secret: string, windowChars: number): boolean {
  const size = Math.min(windowChars, secret.length);
  const starts = Array.from({ length: secret.length - size + 1 }, (_, start) => start);
  return starts.some((start) => text.includes(secret.slice(start, start + size)));
}
