import type { PastRun } from "../pipeline/history.ts";
import type { Result } from "../pipeline/names.ts";
import { named } from "./past.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Voice } from "./voice.ts";

const SQUARES: Readonly<Record<Result, string>> = {
  succeeded: "🟩",
  failed: "🟥",
  unknown: "🟨",
  cancelled: "⬜",
};

/** So many can be counted at a glance. */
const GROUP = 10;
/** Between the squares of a group: lines break between groups only. */
const WORD_JOINER = "\u2060";

/** White is a run that nobody knows anything of: it left no line. */
export function squareOf({ result, entry }: Pick<PastRun, "result" | "entry">): string {
  return entry === undefined ? SQUARES.cancelled : SQUARES[result];
}

/**
 * A square for each run, oldest first and this one last; each leads to its run and says in words what
 * it stands for, to a pointer and to a screen reader. Markdown has no link with such words: GitHub's
 * sanitizer keeps both attributes of this one.
 *
 * @param runs newest first
 */
export function grid(chronicle: Chronicle, runs: readonly PastRun[], voice: Voice): string {
  const { words, scene } = chronicle;
  const earlier = runs.toReversed().map((run) => {
    const { number, at, page } = named(run, scene.links);
    const isTold = run.entry !== undefined;
    const label = words.history.square({ past: { number, at }, result: run.result, isTold }, voice);
    return linked(squareOf(run), label, page);
  });
  const { result } = chronicle.entry;
  const label = words.history.square({ past: undefined, result, isTold: true }, voice);
  const squares = [...earlier, linked(SQUARES[result], label, scene.links.run)];
  return Array.from({ length: Math.ceil(squares.length / GROUP) }, (_, index) =>
    squares.slice(index * GROUP, (index + 1) * GROUP).join(WORD_JOINER),
  ).join(" ");
}

function linked(square: string, label: string, page: string | undefined): string {
  return page === undefined
    ? square
    : `<a href="${page}" title="${label}" aria-label="${label}">${square}</a>`;
}
