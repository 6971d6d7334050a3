import { keptIn } from "./levels.ts";
import { readByWorkflows } from "./read-by-workflows.ts";
import { isFatal, review, type Level } from "./review.ts";
import type { Talk } from "./talk.ts";
import { VALUE_NAMES } from "./values.ts";
import type { World } from "./world.ts";

/** Tells what is there, what is missing and what is too much. @returns 1 when a run could not work */
export async function check(
  levels: readonly Level[],
  environment: string | undefined,
  world: World,
  { words: { lines }, ...talk }: Talk,
): Promise<0 | 1> {
  const { found, findings } = review(levels, await readByWorkflows(world));
  for (const name of VALUE_NAMES) {
    const where = found[name];
    if (where !== undefined) talk.done(`${name}: ${lines.levels[where]}`);
  }
  const isThere = keptIn(levels, environment) !== undefined;
  if (!isThere) talk.warn(lines.noEnvironment);
  for (const finding of findings) {
    if (isFatal(finding)) world.say(`✖ ${talk.finding(finding)}`);
    else talk.warn(talk.finding(finding));
  }
  const isComplete = isThere && !findings.some(isFatal);
  talk.say(isComplete ? lines.complete : lines.incomplete);
  return isComplete ? 0 : 1;
}
