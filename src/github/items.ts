import { walk } from "../text/json.ts";
import { OPENING_BRACKET } from "../text/json-marks.ts";

/** Names, addresses and words of GitHub's own are shorter; longer ones are what people wrote. */
const MAX_BRIEF_BYTES = 1024;

/**
 * The texts of the values in a JSON array, as they stand in it: a page of issues is parsed one at a time.
 *
 * @returns undefined for what is no array, or has more values than `most`
 */
export function itemsIn(json: Buffer, most: number): readonly Buffer[] | undefined {
  const items: Buffer[] = [];
  let count = 0;
  let depth = 0;
  let from = 1;
  walk(json, (mark, at) => {
    if (mark === "open") depth += 1;
    if (mark === "close") depth -= 1;
    const isEnd = mark === "comma" ? depth === 1 : mark === "close" && depth === 0;
    if (!isEnd) return;
    count += 1;
    if (count <= most) items.push(json.subarray(from, at));
    from = at + 1;
  });
  const isArray = json[0] === OPENING_BRACKET && depth === 0 && isBlank(json.subarray(from));
  if (!isArray || count > most) return undefined;
  return items.length === 1 && items.every(isBlank) ? [] : items;
}

function isBlank(json: Buffer): boolean {
  return json.toString("latin1").trim() === "";
}

/** A JSON text in which every long string is empty. */
export function brief(json: Buffer): string {
  let kept = "";
  /** All before is kept, or left out. */
  let done = 0;
  let quote: number | undefined;
  walk(json, (mark, at) => {
    if (mark !== "quote") return;
    if (quote !== undefined && at - quote > MAX_BRIEF_BYTES) {
      kept += json.toString("utf8", done, quote + 1);
      done = at;
    }
    quote = quote === undefined ? at : undefined;
  });
  return kept + json.toString("utf8", done);
}
