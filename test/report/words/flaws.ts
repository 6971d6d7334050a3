import { asCode } from "../../../src/text/escape.ts";
import { HOSTILE } from "./failure-samples.ts";
import type { Manner } from "./voices.ts";

const HOLE = /undefined|null|NaN|Infinity|\[object|=>|``|“”|\(\)/;
const STRAY_SPACE = /^\s|\s$| {2}|\( | [.,:;)]/;
const STOPS = /^[.,:;]|\.\.|[.,:;]\s*[.,;]/;
const MARKUP: Readonly<Record<Manner, RegExp>> = {
  markdown: /</,
  plain: /[`<>]|\]\(|\*\*/,
};

/** What is wrong with any words, whatever they say. */
function flawsIn(text: string, manner: Manner): readonly string[] {
  // A plain voice repeats the words of others as they are, for the runner to escape.
  const quoted = manner === "plain" ? HOSTILE : asCode(HOSTILE);
  const own = text.replaceAll(quoted, "X");
  return [
    own === "" ? "says nothing" : "",
    HOLE.test(own) ? "has a hole" : "",
    STRAY_SPACE.test(own) ? "has a stray space" : "",
    STOPS.test(own) ? "has a stray stop" : "",
    MARKUP[manner].test(own) ? "has markup that its reader would see" : "",
  ].filter((flaw) => flaw !== "");
}

/** The flaws of a whole sentence, or of several. */
export function flawsInSentence(text: string, manner: Manner): readonly string[] {
  return [...flawsIn(text, manner), ...(text.endsWith(".") ? [] : ["has no full stop"])];
}

/** The flaws of a headline, which others put into their sentences. */
export function flawsInHeadline(text: string, manner: Manner): readonly string[] {
  return [
    ...flawsIn(text, manner),
    ...(/[.:;!?…]$/.test(text) ? ["has a full stop"] : []),
    ...(/^\[?[\p{Lu}\d]/u.test(text) ? [] : ["begins small"]),
  ];
}
