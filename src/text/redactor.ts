/** What stands in the place of a secret. GitHub's own mask, so that readers know it. */
export const MASK = "***";

/**
 * GitHub masks any value that a workflow registers, whatever its length; a mask of one to three
 * characters would blank half of every log and still give the secret away by what is missing.
 */
export const MIN_SECRET_CHARS = 4;

/**
 * An answer may be cut in the middle of a secret: its beginning or its end this long is a secret, too.
 * Shorter ones are words that stand in ordinary text.
 */
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
    redact(text) {
      const whole = forms.reduce((seen, form) => seen.replaceAll(form, MASK), text);
      return forms.reduce(withoutParts, whole);
    },
  };
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

/** The text without a beginning or an end of `form` that stands alone in it. */
function withoutParts(text: string, form: string): string {
  if (form.length <= MIN_PART_CHARS) return text;
  return withoutEnds(withoutBeginnings(text, form), form);
}

function withoutBeginnings(text: string, form: string): string {
  const head = form.slice(0, MIN_PART_CHARS);
  let seen = "";
  let rest = text;
  for (let at = rest.indexOf(head); at >= 0; at = rest.indexOf(head)) {
    let length = MIN_PART_CHARS;
    while (length < form.length && rest[at + length] === form[length]) length += 1;
    seen += rest.slice(0, at) + MASK;
    rest = rest.slice(at + length);
  }
  return seen + rest;
}

function withoutEnds(text: string, form: string): string {
  const tail = form.slice(-MIN_PART_CHARS);
  let seen = "";
  let rest = text;
  for (let at = rest.indexOf(tail); at >= 0; at = rest.indexOf(tail)) {
    const end = at + MIN_PART_CHARS;
    let length = MIN_PART_CHARS;
    while (length < form.length && rest[end - length - 1] === form[form.length - length - 1]) {
      length += 1;
    }
    seen += rest.slice(0, end - length) + MASK;
    rest = rest.slice(end);
  }
  return seen + rest;
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
