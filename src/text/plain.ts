declare const plain: unique symbol;

/**
 * Text that came through the door: one line, no control, format or invisible character,
 * no secret, bounded. Only {@link createDoor} makes it, so a value of this type may be shown
 * anywhere after the escaping of that place.
 */
export type Plain = string & { readonly [plain]: true };

/** Turns any text from outside into {@link Plain}, cut to `maxChars` characters. */
export type Door = (text: string, maxChars?: number) => Plain;

/** Long enough for the API's longest recorded error (a psycopg2 text of 190 characters). */
const DEFAULT_MAX_CHARS = 300;

/**
 * Beyond this nothing is looked at: a hostile answer must cost neither time nor memory in every later
 * step. What is cut off here of a secret is hidden in part all the same.
 */
const MAX_INPUT_CHARS = 64 * 1024;

// ESC [ … letter (CSI) and ESC ] … BEL or ST (OSC): ECMA-48. What is left of others is a lone
// control character, which `INVISIBLE` drops.
// oxlint-disable-next-line no-control-regex
const ANSI = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;
const WHITE_SPACE = /[\t-\r\u0085\p{Z}]+/gu;
// Control, format (bidi marks, zero width, BOM, tags), private use, unassigned, lone surrogates; then
// what shows as nothing or as a blank: fillers, the empty braille cell, variation selectors.
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u2800|\u3164|\uffa0|\p{Variation_Selector}/gu;

/**
 * The one door for text from outside.
 *
 * The order matters: what hides a secret (ANSI, invisible characters) goes first, then secrets,
 * and only then is the text cut, so that no half of a secret is left at the cut.
 *
 * @param redact replaces every known secret; called twice, before and after folding, as folding
 *   can both break a secret that holds a line break and join one that a stray character split.
 */
export function createDoor(redact: (text: string) => string): Door {
  return (text, maxChars = DEFAULT_MAX_CHARS) => {
    const seen = redact(text.slice(0, MAX_INPUT_CHARS));
    const folded = seen.replace(ANSI, "").replace(WHITE_SPACE, " ").replace(INVISIBLE, "").trim();
    return cut(redact(folded), maxChars) as Plain;
  };
}

/** Cuts after `maxChars` characters (code points, not UTF-16 units) and marks the cut with an ellipsis. */
export function cut(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const characters = Array.from(text.slice(0, maxChars * 2 + 2));
  return characters.length <= maxChars ? text : `${characters.slice(0, maxChars - 1).join("")}…`;
}
