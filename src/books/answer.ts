import { isUtf8 } from "node:buffer";
import type { ContractProblem } from "../pipeline/failure.ts";
import type { Ending } from "../http/exchange.ts";
import type { Door } from "../text/plain.ts";
import { MAX_VALUES } from "../text/json.ts";
import { readError } from "./contract.ts";
import { decisive } from "./shallow.ts";

export type Answer = Ending & { readonly kind: "answered" };

/** Enough of an answer to recognise it: a sentence, or the title of an error page. */
const EXCERPT_CHARS = 160;
/** Where its title stands, in the pages that were recorded. */
const EXCERPT_SOURCE_CHARS = 2_000;
/** More than the door looks at, whatever the characters. */
const MAX_EXCERPT_BYTES = 256 * 1024;

/**
 * The JSON of an answer, or why there is none. Never throws.
 *
 * @param member of a large answer, which is parsed beside its outermost level
 */
export function jsonOf(
  answer: Answer,
  door: Door,
  member?: string,
): { readonly json: unknown } | { readonly problem: ContractProblem } {
  const encoding = answer.headers["content-encoding"];
  // Empty, it names none.
  if (encoding && encoding.toLowerCase() !== "identity") {
    return { problem: { kind: "compressed", encoding: door(encoding, 40) } };
  }
  if (!isUtf8(answer.body)) return { problem: { kind: "not-utf8" } };
  const text = decisive(answer.body, member);
  if (text === undefined) return { problem: { kind: "too-many-values", limit: MAX_VALUES } };
  try {
    // RFC 8259, 8.1: a reader may ignore a byte order mark.
    return { json: JSON.parse(text.replace(/^\ufeff/, "")) as unknown };
  } catch {
    return { problem: { kind: "not-json", excerpt: excerptOf(answer, door) } };
  }
}

/** The API's own words for an error: its JSON's, else what its page says. */
export function wordsOf(answer: Answer, door: Door): ReturnType<Door> | undefined {
  const read = jsonOf(answer, door);
  const words = "json" in read ? readError(read.json) : undefined;
  const shown = words === undefined ? excerptOf(answer, door) : door(words);
  return shown === "" ? undefined : shown;
}

/** Tags that stand in the middle of a word, and so of a secret; every other one parts words. */
const INLINE_TAG =
  /<\/?(a|abbr|b|code|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)\b[^<>]*>/gi;

/**
 * The beginning of an answer as text, without the tags of a page. Through the door twice: secrets go
 * before anything is cut, and once more when the tags that may have split them are gone.
 */
export function excerptOf(answer: Answer, door: Door): ReturnType<Door> {
  const text = answer.body.toString("utf8", 0, MAX_EXCERPT_BYTES);
  const beginning = door(text, EXCERPT_SOURCE_CHARS);
  const page = beginning.replace(/<(style|script)\b.*?(<\/\1>|$)/gi, " ");
  return door(page.replace(INLINE_TAG, "").replace(/<[^<>]*>/g, " "), EXCERPT_CHARS);
}
