const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** What is parsed whole: it takes 40 MB at the most, and less time than a look at every byte. */
export const MAX_PARSED_BYTES = 1024 * 1024;

/**
 * A JSON text of which only the outermost level is left: `{"features":[…],"total_records":20}` becomes
 * `{"features":[],"total_records":20}`. Parsed whole, 8 MiB of `{},` would take 480 MB.
 */
export function shallow(json: Buffer): Buffer {
  const kept = Buffer.alloc(json.length);
  let length = 0;
  let depth = 0;
  let isInText = false;
  let isEscaped = false;
  for (const byte of json) {
    if (!isInText && CLOSING.has(byte)) depth -= 1;
    if (depth <= 1) {
      kept[length] = byte;
      length += 1;
    }
    if (!isInText && OPENING.has(byte)) depth += 1;
    if (byte === QUOTE && !isEscaped) isInText = !isInText;
    isEscaped = isInText && byte === BACKSLASH && !isEscaped;
  }
  return kept.subarray(0, length);
}
