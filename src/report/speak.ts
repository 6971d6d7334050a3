import type { Failure } from "../pipeline/failure.ts";
import type { Note } from "../pipeline/run.ts";
import type { SettingsProblem } from "../settings/settings.ts";
import type { DataNow } from "./data-now.ts";
import type { Voice } from "./voice.ts";
import type { Explanation, Scene, Words } from "./words/words.ts";

/**
 * From a value of a closed union to its sentence. Each table has exactly one entry a kind, which the
 * compiler sees, but not that the entry looked up is the one for this very value: hence the casts.
 */

export function explain(words: Words, failure: Failure, scene: Scene, voice: Voice): Explanation {
  type Tell = (failure: Failure, scene: Scene, voice: Voice) => Explanation;
  const explanation = (words.failures[failure.code] as Tell)(failure, scene, voice);
  if (failure.code !== "settings-invalid") return explanation;
  const steps = failure.problems.map((problem) => sayProblem(words, problem, scene, voice));
  return { ...explanation, steps };
}

export function sayProblem(
  words: Words,
  problem: SettingsProblem,
  scene: Scene,
  voice: Voice,
): string {
  type Tell = (problem: SettingsProblem, scene: Scene, voice: Voice) => string;
  return (words.settings[problem.kind] as Tell)(problem, scene, voice);
}

export function sayDataNow(words: Words, data: DataNow, voice: Voice): string {
  type Tell = (data: DataNow, voice: Voice) => string;
  return (words.dataNow[data.kind] as Tell)(data, voice);
}

export function sayNote(words: Words, note: Note, voice: Voice): string {
  if (note.kind === "memory-gap") return words.summary.memoryGaps[note.reason](voice);
  type Tell = (note: Note, voice: Voice) => string;
  return (words.summary.notes[note.kind] as Tell)(note, voice);
}
