import { Refused } from "../github/refusal.ts";
import { readWorkflow } from "../github/workflow-file.ts";
import type { Plain } from "../text/plain.ts";
import { circumstancesOf } from "./circumstances.ts";
import { findWorkflow } from "./find-workflow.ts";
import type { LeftWorkflow } from "./leave-workflow.ts";
import type { Options } from "./options.ts";
import type { Place } from "./place.ts";
import type { Level } from "./review.ts";
import { reviewWorkflow } from "./review-workflow.ts";
import type { Shipped } from "./shipped.ts";
import type { Talk } from "./talk.ts";
import type { Target } from "./target.ts";
import type { World } from "./world.ts";

interface Context {
  readonly options: Options;
  readonly target: Target;
  readonly place: Place;
  readonly shipped: Shipped;
}

/**
 * Says what of the workflow file that runs does not fit the new settings: somebody may have changed it,
 * or set up another kind of address before. A file that is not seen is no matter here.
 *
 * @param left what a working copy has by now; without one, the file is looked for
 */
export async function lookOver(
  left: LeftWorkflow | undefined,
  levels: readonly Level[],
  { options, target, place, shipped }: Context,
  world: World,
  talk: Talk,
): Promise<void> {
  if (left?.isOurs) return;
  const file = left ?? (await seen(options, target, place, world));
  if (!file) return;
  const [workflow, circumstances] = await Promise.all([
    readWorkflow(file.text),
    circumstancesOf(levels, shipped, place, world),
  ]);
  const findings = reviewWorkflow(workflow, circumstances);
  if (findings.length === 0) return;
  talk.say(talk.words.lines.workflowMisfits(file.at));
  for (const finding of findings) talk.warn(talk.finding(finding));
}

async function seen(
  options: Options,
  target: Target,
  place: Place,
  world: World,
): Promise<{ readonly at: Plain; readonly text: string } | undefined> {
  try {
    const found = await findWorkflow(options, target, place, world);
    return found.kind === "found" ? found : undefined;
  } catch (error) {
    // All is set, and nobody asked for this look.
    if (error instanceof Refused && !world.interruption.aborted) return undefined;
    throw error;
  }
}
