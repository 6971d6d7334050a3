import type { PastRun } from "../pipeline/history.ts";
import { squareOf } from "./grid.ts";
import { named } from "./past.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Voice } from "./voice.ts";
import type { PastSetback } from "./words/history-words.ts";

/** Entries of the list; the rest is counted. */
const MAX_SHOWN = 5;

/** What is told of a run that did not succeed. */
type Setback = Pick<PastRun, "url" | "number" | "startedAt" | "result" | "entry">;
/** Runs without success, one after the other, that ended in the same way; newest first. */
type Group = readonly [newest: Setback, ...rest: Setback[]];

/** The earlier runs that did not succeed, in words; empty where all did. */
export function setbacksSaid(chronicle: Chronicle, runs: readonly PastRun[], voice: Voice): string {
  const list = setbackList(runs, chronicle, voice);
  return list === "" ? "" : `${chronicle.words.history.setbacks}\n\n${list}`;
}

/** A line for each kind of end; empty where all succeeded. */
export function setbackList(
  runs: readonly Setback[],
  place: Pick<Chronicle, "words" | "scene">,
  voice: Voice,
): string {
  const { history, summary } = place.words;
  const groups = groupsOf(runs);
  const lines = groups.slice(0, MAX_SHOWN).flatMap((group) => {
    const about = tell(group, place);
    return about ? [`- ${squareOf(group[0])} ${history.setback(about, voice)}`] : [];
  });
  const rest = groups.slice(MAX_SHOWN).flat().length;
  const tail = rest > 0 ? [`- ${summary.more(rest, voice)}`] : [];
  return [...lines, ...tail].join("\n");
}

function groupsOf(runs: readonly Setback[]): readonly Group[] {
  const groups: Group[] = [];
  let isOpen = false;
  for (const run of runs) {
    const last = groups.at(-1);
    if (run.result === "succeeded") isOpen = false;
    else if (isOpen && last && endedAlike(last[0], run)) groups[groups.length - 1] = [...last, run];
    else {
      groups.push([run]);
      isOpen = true;
    }
  }
  return groups;
}

function endedAlike(one: Setback, other: Setback): boolean {
  return (
    one.result === other.result &&
    (one.entry === undefined) === (other.entry === undefined) &&
    one.entry?.failed === other.entry?.failed &&
    one.entry?.code === other.entry?.code
  );
}

function tell(
  group: Group,
  { words, scene }: Pick<Chronicle, "words" | "scene">,
): PastSetback | undefined {
  const [newest] = group;
  const { result, entry } = newest;
  if (result === "succeeded") return undefined;
  return {
    newest: named(newest, scene.links),
    oldest: named(group.at(-1) ?? newest, scene.links),
    runs: group.length,
    result,
    isTold: entry !== undefined,
    task: entry?.failed && words.summary.tasks[entry.failed],
    code: entry?.code,
  };
}
