import type { MemoryGap, Recollection } from "../pipeline/ports.ts";
import type { Run } from "../pipeline/run.ts";
import { sayNote } from "./speak.ts";
import type { Story } from "./story.ts";
import type { Voice } from "./voice.ts";
import type { Words } from "./words/words.ts";

/** What people should know that changed no result. */
export function notesSaid({ run, words }: Story, voice: Voice): string {
  const gap = memoryGapOf(run);
  const notes = run.notes
    .filter(({ kind }) => kind !== "memory-gap")
    .map((note) => sayNote(words, note, voice));
  return goodToKnow(notes, gap, words, voice);
}

/** @param gap why earlier runs are not known, where they are not */
export function goodToKnow(
  notes: readonly string[],
  gap: MemoryGap | undefined,
  { summary }: Words,
  voice: Voice,
): string {
  const all = gap === undefined ? notes : [...notes, summary.memoryGaps[gap](voice)];
  if (all.length === 0) return "";
  return `**${summary.labels.goodToKnow}**\n\n${all.map((note) => `- ${note}`).join("\n")}`;
}

/** The gate notes it where it would have compared; a run that failed sooner has it all the same. */
function memoryGapOf({ recollection, notes }: Run): MemoryGap | undefined {
  return gapIn(recollection) ?? notes.find((note) => note.kind === "memory-gap")?.reason;
}

export function gapIn(recollection: Recollection | undefined): MemoryGap | undefined {
  const memory = recollection?.memory;
  return memory?.kind === "unavailable" ? memory.reason : undefined;
}
