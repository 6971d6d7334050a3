import { gapOf } from "./gap.ts";

/**
 * Asks for half as many runs while the answer is too large: each job of a run keeps 50 annotations, and
 * those of other steps may have 4 KB each.
 *
 * @returns what was answered, and for how many runs
 */
export async function askForFewer<T>(
  runs: number,
  ask: (runs: number) => Promise<T>,
): Promise<{ readonly answer: T; readonly runs: number }> {
  try {
    return { answer: await ask(runs), runs };
  } catch (error) {
    if (runs <= 1 || gapOf(error) !== "too-large") throw error;
  }
  return askForFewer(Math.floor(runs / 2), ask);
}
