/** What stands in the place of a secret. GitHub's own mask, so that readers know it. */
export const MASK = "***";

/**
 * GitHub masks any value that a workflow registers, whatever its length; a mask of one to three
 * characters would blank half of every log and still give the secret away by what is missing.
 */
export const MIN_SECRET_CHARS = 4;

/** A part of a secret this long is a secret too: an answer may be cut in its middle. */
const MIN_PART_CHARS = 8;

/** Knows the secrets of this run and nothing else does: the one redaction of the code base. */
export interface Redactor {
  /** @returns false when the secret is too short to be masked. */
  add(secret: string): boolean;
  redact(text: string): string;
}

export function createRedactor(): Redactor {
  let forms: string[] = [];
  return {
    add(secret) {
      if (secret.length < MIN_SECRET_CHARS) return false;
      forms = [...new Set([...forms, ...formsOf(secret)])].toSorted((a, b) => b.length - a.length);
      return true;
    },
    redact: (text) => forms.reduce((seen, form) => seen.replaceAll(form, MASK), text),
  };
}

/** A secret as it may come back in an answer: as it is, URL-encoded, JSON-escaped, in base64, in halves. */
function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= MIN_SECRET_CHARS);
  const half = Math.ceil(secret.length / 2);
  const halves = [secret.slice(0, half), secret.slice(half)].filter(
    (part) => part.length >= MIN_PART_CHARS,
  );
  return [secret, ...lines, ...halves].flatMap((form) => [
    form,
    encodeURIComponent(form.toWellFormed()),
    new URLSearchParams([["", form]]).toString().slice(1),
    JSON.stringify(form).slice(1, -1),
    asciiJson(form),
    htmlEscaped(form),
    ...base64(form),
  ]);
}

/** JSON as Flask writes it: every character outside ASCII as \uXXXX. */
function asciiJson(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function htmlEscaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&#34;")
    .replaceAll("'", "&#39;");
}

/** The text in base64 and base64url, at each of the three places where it can stand in a longer text. */
function base64(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    // The first and last group share bits with the neighbours; what lies between is ours alone.
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    const inner = encoded.slice(start, end);
    return inner.length < MIN_PART_CHARS
      ? []
      : [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
