import type { PastRun } from "../pipeline/history.ts";
import { squareOf } from "./grid.ts";
import { named } from "./past.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Voice } from "./voice.ts";
import type { PastSetback } from "./words/history-words.ts";

/** Entries of the list; the rest is counted. */
const MAX_SHOWN = 5;

/** Runs without success, one after the other, that ended in the same way; newest first. */
type Group = readonly [newest: PastRun, ...rest: PastRun[]];

/** The earlier runs that did not succeed, in words; empty where all did. */
export function setbacksSaid(chronicle: Chronicle, runs: readonly PastRun[], voice: Voice): string {
  const { history, summary } = chronicle.words;
  const groups = groupsOf(runs);
  if (groups.length === 0) return "";
  const lines = groups.slice(0, MAX_SHOWN).flatMap((group) => {
    const about = tell(group, chronicle);
    return about ? [`- ${squareOf(group[0])} ${history.setback(about, voice)}`] : [];
  });
  const rest = groups.slice(MAX_SHOWN).flat().length;
  const tail = rest > 0 ? [`- ${summary.more(rest, voice)}`] : [];
  return [history.setbacks, "", ...lines, ...tail].join("\n");
}

function groupsOf(runs: readonly PastRun[]): readonly Group[] {
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

function endedAlike(one: PastRun, other: PastRun): boolean {
  return (
    one.result === other.result &&
    (one.entry === undefined) === (other.entry === undefined) &&
    one.entry?.failed === other.entry?.failed &&
    one.entry?.code === other.entry?.code
  );
}

function tell(group: Group, { words, scene }: Chronicle): PastSetback | undefined {
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
