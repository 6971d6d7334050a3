/** One way in which a text may come back in an answer; capitals and small letters are all one. */
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
/**
 * In base64, or character by character, a longer text is megabytes; of such a one only the common forms
 * are known.
 */
const MAX_SPELLED_CHARS = 4096;

export const ENCODINGS: readonly Encoding[] = [
  { sign: /./s, formsOf: (text) => [text], minChars: FEW_CHARS },
  { sign: /./s, formsOf: spelled(base64), minChars: FEW_CHARS },
  { sign: /\\/, formsOf: (text) => [json(text), asciiJson(text)], minChars: FEW_CHARS },
  { sign: /\\x/i, formsOf: spelled(pythonBytes), minChars: FEW_CHARS },
  { sign: /\\u[\da-f]{4}\\/i, formsOf: spelled(codeUnits), minChars: FEW_CHARS },
  { sign: /[%+]/, formsOf: urlEncoded, minChars: FEW_CHARS },
  // A redirect to a log-in page carries the URL that was asked for in its own.
  { sign: /%25/, formsOf: (text) => urlEncoded(text).map(encodeURIComponent), minChars: FEW_CHARS },
  { sign: /&/, formsOf: htmlEscaped, minChars: FEW_CHARS },
  { sign: /(%|\\x)[\da-f]{2}\1/i, formsOf: spelled(bytewise), minChars: FEW_CHARS },
  { sign: /&#/, formsOf: spelled(numericReferences), minChars: FEW_CHARS },
  { sign: /[\da-f]{8}/i, formsOf: spelled((text) => [hexadecimal(text)]), minChars: FEW_DIGITS },
];

function spelled(formsOf: Encoding["formsOf"]): Encoding["formsOf"] {
  return (text) => (text.length > MAX_SPELLED_CHARS ? [] : formsOf(text));
}

function json(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** JSON as Flask writes it: every character outside ASCII as \uXXXX. */
function asciiJson(text: string): string {
  return json(text).replace(/[^\0-\x7f]/g, codeUnit);
}

/** As JSON may write every character, even those that need not be. */
function codeUnits(text: string): string[] {
  return [text.replace(/[^]/g, codeUnit)];
}

function codeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** As a page of Flask's debugger shows the bytes of a request, the JSON of a log-in among them. */
function pythonBytes(text: string): string[] {
  return [text, json(text)].map((sent) =>
    Buffer.from(sent)
      .toString("latin1")
      .replace(/[\\']/g, "\\$&")
      .replace(/[^ -~]/g, (byte) => `\\x${hexadecimal(byte, "latin1")}`),
  );
}

/** Percent-encoded as JavaScript, a form and Python do it. */
function urlEncoded(text: string): string[] {
  const uri = encodeURIComponent(text.toWellFormed());
  const form = new URLSearchParams([["", text]]).toString().slice(1);
  return [uri, form];
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

/** Every byte as `%70` or `\x70`, even those that need not be. */
function bytewise(text: string): string[] {
  return ["%", "\\x"].map((mark) => hexadecimal(text).replace(/../g, `${mark}$&`));
}

/** Every character as `&#112;` or `&#x70;`. */
function numericReferences(text: string): string[] {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return [
    codes.map((code) => `&#${code};`).join(""),
    codes.map((code) => `&#x${code.toString(16)};`).join(""),
  ];
}

function hexadecimal(text: string, encoding: BufferEncoding = "utf8"): string {
  return Buffer.from(text, encoding).toString("hex");
}
