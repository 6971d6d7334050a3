import {
  BACKSLASH,
  CLOSING_BRACE,
  CLOSING_BRACKET,
  COLON,
  COMMA,
  OPENING_BRACE,
  OPENING_BRACKET,
  QUOTE,
} from "./json-marks.ts";

const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d]);
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const FIRST_PRINTABLE = 0x20;
const SMALL_E = 0x65;
const SMALL_U = 0x75;
/** What makes a capital letter of ASCII a small one. */
const SMALL = 0x20;

const ESCAPES = new Set(Buffer.from('"\\/bfnrtu'));
const HEX = new Set(Buffer.from("0123456789abcdefABCDEF"));
const HEX_DIGITS = 4;

/** What may stand next. Right behind a bracket or a brace that opens, the one that closes may, too. */
type Next = "value" | "first-value" | "name" | "first-name" | "colon" | "comma-or-end";

/**
 * Whether a text is JSON (RFC 8259): what `JSON.parse` says, without making anything of it. It takes an
 * eighth of the memory of the text.
 */
export function isJson(json: Uint8Array): boolean {
  /** A bit for each level that is open: whether it is an object. */
  const objects = new Uint8Array(Math.ceil(json.length / 8));
  let depth = 0;
  let next: Next = "value";

  for (let at = blanksEnd(json, 0); at < json.length; at = blanksEnd(json, at)) {
    const byte = json[at];
    const isInObject = depth > 0 && isSet(objects, depth - 1);
    const closes = depth > 0 && byte === (isInObject ? CLOSING_BRACE : CLOSING_BRACKET);
    if (closes && (next === "comma-or-end" || next === "first-value" || next === "first-name")) {
      depth -= 1;
      next = "comma-or-end";
      at += 1;
      continue;
    }
    switch (next) {
      case "value":
      case "first-value": {
        if (byte === OPENING_BRACKET || byte === OPENING_BRACE) {
          set(objects, depth, byte === OPENING_BRACE);
          depth += 1;
          next = byte === OPENING_BRACE ? "first-name" : "first-value";
          at += 1;
          break;
        }
        const end = SCALARS.get(byte)?.(json, at);
        if (end === undefined) return false;
        next = "comma-or-end";
        at = end;
        break;
      }
      case "name":
      case "first-name": {
        const end = stringEnd(json, at);
        if (end === undefined) return false;
        next = "colon";
        at = end;
        break;
      }
      case "colon":
        if (byte !== COLON) return false;
        next = "value";
        at += 1;
        break;
      case "comma-or-end":
        if (byte !== COMMA || depth === 0) return false;
        next = isInObject ? "name" : "value";
        at += 1;
        break;
    }
  }
  return depth === 0 && next === "comma-or-end";
}

function isSet(bits: Uint8Array, index: number): boolean {
  return (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

function set(bits: Uint8Array, index: number, value: boolean): void {
  const others = (bits[index >> 3] ?? 0) & ~(1 << (index & 7));
  bits[index >> 3] = others | (Number(value) << (index & 7));
}

function blanksEnd(json: Uint8Array, start: number): number {
  let at = start;
  while (BLANKS.has(json[at] ?? 0)) at += 1;
  return at;
}

/** @returns where what begins there ends, or undefined where it is not what it seems to be */
type Scanner = (json: Uint8Array, start: number) => number | undefined;

/**
 * By what they begin with, each made once: where they are called by name, the minifier puts a closure into
 * the loop, and a million values take the memory that not parsing them saves.
 */
const SCALARS = new Map<number | undefined, Scanner>([
  [QUOTE, stringEnd],
  ...Array.from(Buffer.from("-0123456789"), (byte) => [byte, numberEnd] as const),
  ...["true", "false", "null"].map((word) => [word.charCodeAt(0), endOf(word)] as const),
]);

function endOf(word: string): Scanner {
  const letters = Buffer.from(word);
  return (json, start) => {
    for (let index = 0; index < letters.length; index += 1) {
      if (json[start + index] !== letters[index]) return undefined;
    }
    return start + letters.length;
  };
}

function stringEnd(json: Uint8Array, start: number): number | undefined {
  if (json[start] !== QUOTE) return undefined;
  for (let at = start + 1; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (byte === QUOTE) return at + 1;
    if (byte < FIRST_PRINTABLE) return undefined;
    if (byte !== BACKSLASH) continue;
    at += 1;
    const escaped = json[at] ?? 0;
    if (!ESCAPES.has(escaped)) return undefined;
    if (escaped !== SMALL_U) continue;
    for (const end = at + HEX_DIGITS; at < end; at += 1) {
      if (!HEX.has(json[at + 1] ?? 0)) return undefined;
    }
  }
  return undefined;
}

function numberEnd(json: Uint8Array, start: number): number | undefined {
  const first = json[start] === MINUS ? start + 1 : start;
  const whole = json[first] === ZERO ? first + 1 : digitsEnd(json, first);
  const fraction =
    whole !== undefined && json[whole] === POINT ? digitsEnd(json, whole + 1) : whole;
  if (fraction === undefined || ((json[fraction] ?? 0) | SMALL) !== SMALL_E) return fraction;
  const sign = json[fraction + 1];
  return digitsEnd(json, sign === PLUS || sign === MINUS ? fraction + 2 : fraction + 1);
}

/** @returns where at least one digit ends */
function digitsEnd(json: Uint8Array, start: number): number | undefined {
  let at = start;
  while ((json[at] ?? 0) >= ZERO && (json[at] ?? 0) <= NINE) at += 1;
  return at > start ? at : undefined;
}
