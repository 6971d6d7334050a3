import {
  BACKSLASH,
  CLOSING_BRACE,
  CLOSING_BRACKET,
  COMMA,
  OPENING_BRACE,
  OPENING_BRACKET,
  QUOTE,
} from "./json-marks.ts";

/**
 * More values than these are not parsed: a value takes up to 200 bytes of memory where its text takes
 * two, so that 1 MiB of `{},` would become 70 MB.
 */
export const MAX_VALUES = 120_000;

/** What parts a JSON text: where one of its values, or one of its strings, begins or ends. */
export type Mark = "open" | "close" | "comma" | "quote";

/**
 * Walks over a JSON text without parsing it, in one pass and in no memory. What is no JSON has its
 * marks, too: whether it is any says the parser.
 *
 * @param meet told of each mark outside of strings, and of both quotes of each string
 */
export function walk(json: Uint8Array, meet: (mark: Mark, at: number) => void): void {
  let isInString = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === QUOTE) {
      isInString = !isInString;
      meet("quote", at);
    } else if (isInString) {
      // What is escaped ends no string.
      if (byte === BACKSLASH) at += 1;
    } else if (byte === COMMA) meet("comma", at);
    else if (byte === OPENING_BRACKET || byte === OPENING_BRACE) meet("open", at);
    else if (byte === CLOSING_BRACKET || byte === CLOSING_BRACE) meet("close", at);
  }
}

/** Whether a JSON text has no more than {@link MAX_VALUES} values in it. */
export function isParsable(json: Uint8Array): boolean {
  let values = 0;
  walk(json, (mark) => {
    if (mark === "open" || mark === "comma") values += 1;
  });
  return values <= MAX_VALUES;
}
