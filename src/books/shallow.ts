import { isParsable, MAX_VALUES, walk } from "../text/json.ts";
import { isJson } from "../text/json-syntax.ts";

/** What is parsed unseen: 64 KiB of brackets take 5 MB. */
const MAX_UNSEEN_BYTES = 64 * 1024;
/** What is parsed whole, unless it has too many values: as much as a training may answer. */
const MAX_WHOLE_BYTES = 2.5 * 1024 * 1024;
/** Stands for what is left out: nothing that decides may be it, so that it proves nothing. */
const LEFT_OUT = "null";

const BYTE_ORDER_MARK = Buffer.from("\ufeff");

/**
 * As much of an answer as decides, and as can be parsed in little memory: all of it, or else its
 * outermost level and one member; nothing of a large one that is no JSON, whatever it seems to prove.
 *
 * @param member of the outermost object, that is wanted with all that is in it
 * @returns undefined where even its outermost level has more values than are parsed
 */
export function decisive(json: Buffer, member?: string): string | undefined {
  const isSmall = json.length <= MAX_UNSEEN_BYTES;
  if (isSmall || (json.length <= MAX_WHOLE_BYTES && isParsable(json))) return json.toString("utf8");
  const isMarked = json.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  if (!isJson(isMarked ? json.subarray(BYTE_ORDER_MARK.length) : json)) return "";
  return (member === undefined ? undefined : shallow(json, member)) ?? shallow(json);
}

/**
 * A JSON text of which only the outermost level is left: `{"features":[…],"total_records":20}` becomes
 * `{"features":null,"total_records":20}`. Parsed whole, 8 MiB of `{},` would take 480 MB.
 *
 * @param member is left as it is, where its name is written without escapes
 * @returns undefined where more values are left than are parsed
 */
export function shallow(json: Buffer, member?: string): string | undefined {
  const name = member === undefined ? undefined : Buffer.from(JSON.stringify(member));
  let kept = "";
  let values = 0;
  let depth = 0;
  /** All before is kept, or left out. */
  let done = 0;
  /** Where the string begins that has not ended yet. */
  let quote: number | undefined;
  let isWanted = false;

  const isKept = () => depth <= 1 || isWanted;
  const keepUntil = (end: number) => {
    if (values <= MAX_VALUES) kept += json.toString("utf8", done, end);
  };
  walk(json, (mark, at) => {
    switch (mark) {
      case "quote":
        if (depth !== 1) break;
        if (quote !== undefined) isWanted = name?.equals(json.subarray(quote, at + 1)) === true;
        quote = quote === undefined ? at : undefined;
        break;
      case "comma":
        if (isKept()) values += 1;
        break;
      case "open":
        if (isKept()) values += 1;
        if (depth === 1 && !isWanted) keepUntil(at);
        depth += 1;
        break;
      case "close":
        depth -= 1;
        if (depth === 1 && !isWanted) {
          if (values <= MAX_VALUES) kept += LEFT_OUT;
          done = at + 1;
        }
        break;
    }
  });
  // What never closes is left out to its end: the parser says that it is no JSON.
  if (isKept()) keepUntil(json.length);
  return values <= MAX_VALUES ? kept : undefined;
}
