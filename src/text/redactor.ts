import { ENCODINGS, type Encoding } from "./encodings.ts";

/** What stands in the place of a secret. GitHub's own mask, so that readers know it. */
export const MASK = "***";

/**
 * GitHub masks any value that a workflow registers, whatever its length; a mask of one to three
 * characters would blank half of every log and still give the secret away by what is missing.
 */
export const MIN_SECRET_CHARS = 4;

/**
 * An answer may be cut anywhere in a secret: half of a secret is a secret, and so is any run of 8
 * characters of a longer one. Fewer are words of ordinary text.
 */
const MAX_WINDOW_CHARS = 8;

/** Knows the secrets of this run and nothing else does: the one redaction of the code base. */
export interface Redactor {
  /** @returns false when the secret is too short to be masked. */
  add(secret: string): boolean;
  redact(text: string): string;
}

/** Every run of so many characters that stands in a secret. */
type Windows = Map<number, Set<string>>;

/** Where a covered run of a text begins, and where it ends. */
type Run = readonly [start: number, end: number];

export function createRedactor(): Redactor {
  const secrets: string[] = [];
  const lookups = ENCODINGS.map((encoding) => lookupIn(encoding, secrets));
  return {
    add(secret) {
      if (secret.length < MIN_SECRET_CHARS) return false;
      const lines = secret.split(/\r?\n/).filter((line) => line.length >= MIN_SECRET_CHARS);
      secrets.push(...new Set([secret, ...lines]));
      return true;
    },
    redact: (text) =>
      blanked(
        text,
        coveredBy(
          lookups.flatMap((windowsIn) => windowsIn(text)),
          small(text),
        ),
      ),
  };
}

/**
 * In small letters: a secret that comes back in capitals is no less of one. Each stands where its capital
 * stood, so that what is found here is at the same place in the text.
 */
function small(text: string): string {
  return text.replace(/\p{Lu}/gu, (capital) => {
    const letter = capital.toLowerCase();
    return letter.length === capital.length ? letter : capital;
  });
}

/** The windows of all secrets as one encoding writes them, for texts that have its sign. */
function lookupIn(
  { sign, formsOf, minChars }: Encoding,
  secrets: readonly string[],
): (text: string) => [size: number, known: ReadonlySet<string>][] {
  const windows: Windows = new Map();
  let read = 0;
  return (text) => {
    if (!sign.test(text)) return [];
    for (; read < secrets.length; read += 1) {
      const forms = formsOf(secrets[read] ?? "").map(small);
      for (const form of new Set(forms)) keep(windows, form, minChars);
    }
    return [...windows];
  };
}

function keep(windows: Windows, form: string, minChars: number): void {
  const size = Math.min(MAX_WINDOW_CHARS, Math.max(minChars, Math.floor(form.length / 2)));
  const known = windows.get(size) ?? new Set();
  for (let at = 0; at + size <= form.length; at += 1) known.add(form.slice(at, at + size));
  windows.set(size, known);
}

function coveredBy(
  windows: readonly (readonly [size: number, known: ReadonlySet<string>])[],
  text: string,
): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const [size, known] of windows) {
      if (!known.has(text.slice(at, at + size))) continue;
      const last = runs.at(-1);
      if (last === undefined || at > last[1]) runs.push([at, at + size]);
      else runs[runs.length - 1] = [last[0], Math.max(last[1], at + size)];
    }
  }
  return runs;
}

function blanked(text: string, runs: readonly Run[]): string {
  const starts = [0, ...runs.map(([, end]) => end)];
  const ends = [...runs.map(([start]) => start), text.length];
  return starts.map((start, index) => text.slice(start, ends[index])).join(MASK);
}
