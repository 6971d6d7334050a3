/** One way in which a text may come back in an answer. */
export interface Encoding {
  /** What stands in every text that is written so: nothing is spent on its forms before that. */
  readonly sign: RegExp;
  /** How a text reads when it is written so, by each of the writers that differ. */
  readonly formsOf: (text: string) => readonly string[];
  /** Fewer characters of a form than this are ordinary text. */
  readonly minChars: number;
}

/** Words of ordinary text are shorter, or are not written as these are. */
const FEW_CHARS = 4;
/** As many digits make numbers, such as the time in milliseconds, of which no part may be lost. */
const FEW_DIGITS = 8;
/** Character by character a longer text is megabytes; of such a one only the common forms are known. */
const MAX_SPELLED_CHARS = 4096;

export const ENCODINGS: readonly Encoding[] = [
  { sign: /./s, formsOf: (text) => [text, ...base64(text)], minChars: FEW_CHARS },
  { sign: /\\/, formsOf: (text) => [json(text), asciiJson(text)], minChars: FEW_CHARS },
  { sign: /[%+]/, formsOf: urlEncoded, minChars: FEW_CHARS },
  { sign: /&/, formsOf: htmlEscaped, minChars: FEW_CHARS },
  { sign: /%[\da-f]{2}%/i, formsOf: spelled(percentBytes), minChars: FEW_CHARS },
  { sign: /&#/, formsOf: spelled(numericReferences), minChars: FEW_CHARS },
  { sign: /[\da-f]{8}/i, formsOf: spelled(hexadecimal), minChars: FEW_DIGITS },
];

function spelled(formsOf: Encoding["formsOf"]): Encoding["formsOf"] {
  return (text) => (text.length > MAX_SPELLED_CHARS ? [] : formsOf(text));
}

function json(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** JSON as Flask writes it: every character outside ASCII as \uXXXX. */
function asciiJson(text: string): string {
  return json(text).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Percent-encoded as JavaScript, a form and Python do it, with hexadecimal digits of either case. */
function urlEncoded(text: string): string[] {
  const uri = encodeURIComponent(text.toWellFormed());
  const form = new URLSearchParams([["", text]]).toString().slice(1);
  const lower = (encoded: string) => encoded.replace(/%../g, (byte) => byte.toLowerCase());
  return [uri, form, lower(uri), lower(form)];
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

/**
 * The text in base64 and base64url, at each of the three places where it can stand in a longer text,
 * and at its end, as in `user:password`.
 */
function base64(text: string): string[] {
  const bytes = Buffer.from(text);
  const forms = [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    // The first and last group share bits with the neighbours; what lies between is ours alone.
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    return [encoded.slice(start, end), encoded.slice(start).replace(/=+$/, "")];
  });
  return [...forms, ...forms.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"))];
}

/** Every byte as `%70`, even those that need not be. */
function percentBytes(text: string): string[] {
  return hexadecimal(text).map((digits) => digits.replace(/../g, "%$&"));
}

/** Every character as `&#112;` or `&#x70;`. */
function numericReferences(text: string): string[] {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const hex = codes.map((code) => code.toString(16));
  return [
    codes.map((code) => `&#${code};`).join(""),
    hex.map((code) => `&#x${code};`).join(""),
    hex.map((code) => `&#x${code.toUpperCase()};`).join(""),
  ];
}

function hexadecimal(text: string): string[] {
  const digits = Buffer.from(text).toString("hex");
  return [digits, digits.toUpperCase()];
}
