import { Refused } from "../github/refusal.ts";
import { readWorkflow } from "../github/workflow-file.ts";
import type { Plain } from "../text/plain.ts";
import { pinOf } from "./action-pin.ts";
import type { Finding } from "./finding.ts";
import { findWorkflow } from "./find-workflow.ts";
import type { LeftWorkflow } from "./leave-workflow.ts";
import type { Options } from "./options.ts";
import type { Place } from "./place.ts";
import type { Level } from "./review.ts";
import { reviewWorkflow } from "./review-workflow.ts";
import { readShipped } from "./shipped.ts";
import type { Talk } from "./talk.ts";
import type { Target } from "./target.ts";
import type { World } from "./world.ts";

/**
 * Says what of the workflow file that runs does not fit the new settings: somebody may have changed it,
 * or set up another kind of address before. A file that is not seen is no matter here.
 *
 * @param left what a working copy has by now; without one, the file is looked for
 */
export async function lookOver(
  left: LeftWorkflow | undefined,
  levels: readonly Level[],
  { options, target, place }: { options: Options; target: Target; place: Place },
  world: World,
  talk: Talk,
): Promise<void> {
  if (left?.isOurs) return;
  const file = left ?? (await seen(options, target, place, world));
  if (!file) return;
  const [workflow, shipped, orquestra] = await Promise.all([
    readWorkflow(file.text),
    readShipped(world),
    pinOf(world),
  ]);
  const findings: readonly Finding[] = workflow
    ? reviewWorkflow(workflow, {
        levels,
        shipped: shipped.byPipeline,
        environment: place.environment,
        isPublic: place.repository.isPublic,
        home: { action: orquestra?.repository, workflow: place.repository.fullName },
      })
    : [{ kind: "workflow-unreadable" }];
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
