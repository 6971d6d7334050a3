import type { MemoryGap } from "../pipeline/ports.ts";
import type { Run } from "../pipeline/run.ts";
import { sayNote } from "./speak.ts";
import type { Story } from "./story.ts";
import type { Voice } from "./voice.ts";

/** What people should know that changed no result. */
export function notesSaid({ run, words }: Story, voice: Voice): string {
  const gap = memoryGapOf(run);
  const lines = [
    ...run.notes
      .filter(({ kind }) => kind !== "memory-gap")
      .map((note) => `- ${sayNote(words, note, voice)}`),
    ...(gap === undefined ? [] : [`- ${words.summary.memoryGaps[gap](voice)}`]),
  ];
  if (lines.length === 0) return "";
  return `**${words.summary.labels.goodToKnow}**\n\n${lines.join("\n")}`;
}

/** The gate notes it where it would have compared; a run that failed sooner has it all the same. */
function memoryGapOf({ recollection, notes }: Run): MemoryGap | undefined {
  if (recollection?.memory.kind === "unavailable") return recollection.memory.reason;
  return notes.find((note) => note.kind === "memory-gap")?.reason;
}
