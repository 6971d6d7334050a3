/** What stands in the place of a secret. GitHub's own mask, so that readers know it. */
export const MASK = "***";

/**
 * GitHub masks any value that a workflow registers, whatever its length; a mask of one to three
 * characters would blank half of every log and still give the secret away by what is missing.
 */
export const MIN_SECRET_CHARS = 4;

/**
 * An answer may be cut anywhere in a secret, or hold it in an encoding of its own: half of a secret is
 * a secret, and so is any run of 8 characters of a longer one. Fewer are words of ordinary text.
 */
const MAX_WINDOW_CHARS = 8;

/** Knows the secrets of this run and nothing else does: the one redaction of the code base. */
export interface Redactor {
  /** @returns false when the secret is too short to be masked. */
  add(secret: string): boolean;
  redact(text: string): string;
}

/** Where a covered run of a text begins, and where it ends. */
type Run = readonly [start: number, end: number];

export function createRedactor(): Redactor {
  /** Every run of so many characters that stands in a secret. */
  const windows = new Map<number, Set<string>>();
  return {
    add(secret) {
      if (secret.length < MIN_SECRET_CHARS) return false;
      for (const form of new Set(formsOf(secret))) {
        const size = windowOf(form);
        const known = windows.get(size) ?? new Set();
        for (let at = 0; at + size <= form.length; at += 1) known.add(form.slice(at, at + size));
        windows.set(size, known);
      }
      return true;
    },
    redact: (text) => blanked(text, coveredBy(windows, text)),
  };
}

function windowOf(form: string): number {
  return Math.min(MAX_WINDOW_CHARS, Math.max(MIN_SECRET_CHARS, Math.floor(form.length / 2)));
}

function coveredBy(
  windows: ReadonlyMap<number, ReadonlySet<string>>,
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

/** A secret as it may come back in an answer: as it is, URL-encoded, JSON-escaped, in HTML, in base64. */
function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= MIN_SECRET_CHARS);
  return [secret, ...lines].flatMap((form) => [
    form,
    ...urlEncoded(form),
    JSON.stringify(form).slice(1, -1),
    asciiJson(form),
    ...htmlEscaped(form),
    ...base64(form),
  ]);
}

/** Percent-encoded as JavaScript, a form and Python do it, with hexadecimal digits of either case. */
function urlEncoded(text: string): string[] {
  const uri = encodeURIComponent(text.toWellFormed());
  const form = new URLSearchParams([["", text]]).toString().slice(1);
  const lower = (encoded: string) => encoded.replace(/%../g, (byte) => byte.toLowerCase());
  return [uri, form, lower(uri), lower(form)];
}

/** JSON as Flask writes it: every character outside ASCII as \uXXXX. */
function asciiJson(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** As Flask (`&#34;`, `&#39;`), Python's html module (`&quot;`, `&#x27;`) and others write quotes. */
function htmlEscaped(text: string): string[] {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const quotes = [
    ["&#34;", "&#39;"],
    ["&quot;", "&#x27;"],
    ["&quot;", "'"],
  ] as const;
  return quotes.map(([double, single]) => escaped.replaceAll('"', double).replaceAll("'", single));
}

/** The text in base64 and base64url, at each of the three places where it can stand in a longer text. */
function base64(text: string): string[] {
  const bytes = Buffer.from(text);
  const encodings = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    // The first and last group share bits with the neighbours; what lies between is ours alone.
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    return encoded.slice(start, end);
  });
  const known = encodings.filter(({ length }) => length >= MAX_WINDOW_CHARS);
  return [...known, ...known.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"))];
}
