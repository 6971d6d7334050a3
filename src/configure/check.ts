import { readWorkflow, type WorkflowFile } from "../github/workflow-file.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { Finding } from "./finding.ts";
import { findWorkflow, type FoundWorkflow } from "./find-workflow.ts";
import { keptIn, readLevels } from "./levels.ts";
import type { Options } from "./options.ts";
import type { Place } from "./place.ts";
import type { Start } from "./prepare.ts";
import { review } from "./review.ts";
import { reviewWorkflow, type Circumstances } from "./review-workflow.ts";
import { readShipped } from "./shipped.ts";
import { showPages } from "./show-pages.ts";
import type { Talk } from "./talk.ts";
import { tellFindings } from "./tell-findings.ts";
import { VALUE_NAMES } from "./values.ts";
import type { World } from "./world.ts";

/**
 * Tells of the settings and of the workflow file what is there, what is missing and what is too much.
 *
 * @returns 1 when a run could not work
 */
export async function check(
  { target }: Start,
  place: Place,
  options: Options,
  world: World,
  talk: Talk,
): Promise<0 | 1> {
  const { lines } = talk.words;
  const [levels, shipped, workflow] = await Promise.all([
    readLevels(place),
    readShipped(world),
    findWorkflow(options, target, place, world),
  ]);
  const file = workflow.kind === "found" ? await readWorkflow(workflow.text) : undefined;
  const read = new Set([...shipped.byAny, ...(file?.reads.vars ?? [])]);
  const { found, findings } = review(levels, read, world.door);
  for (const name of VALUE_NAMES) {
    const where = found[name];
    if (where !== undefined) talk.done(`${name}: ${lines.levels[where]}`);
  }
  const isThere = keptIn(levels, place) !== undefined;
  if (!isThere) talk.fail(lines.noEnvironment);
  const tell = (what: readonly Finding[]) => tellFindings(what, levels, place, world, talk);
  const isRight = tell(findings);
  const circumstances = await circumstancesOf(levels, shipped, place, world);
  const isUsable = tellWorkflow(workflow, file, talk, tell, circumstances);
  if (!isThere || !isRight || !isUsable) {
    talk.say(lines.incomplete);
    showPages(place, talk);
    return 1;
  }
  talk.say(workflow.kind === "unseen" ? lines.completeAsSeen : lines.complete);
  return 0;
}

/** @returns whether a run could work, as far as the file was seen */
function tellWorkflow(
  workflow: FoundWorkflow,
  file: WorkflowFile | undefined,
  talk: Talk,
  tell: (findings: readonly Finding[]) => boolean,
  circumstances: Circumstances,
): boolean {
  const { lines } = talk.words;
  switch (workflow.kind) {
    case "missing":
      talk.fail(lines.workflowMissing(workflow.at));
      return false;
    case "unreadable":
      talk.fail(`${workflow.at}: ${workflow.words}`);
      return false;
    case "unseen":
      return tellUnseen(workflow, talk);
    case "found": {
      const findings = reviewWorkflow(file, circumstances);
      if (findings.length === 0) talk.done(lines.workflowFits(workflow.at));
      else talk.say(`${workflow.at}:`);
      return tell(findings);
    }
  }
}

/** A token that reads the repository's settings is shown its files as well, as a rule. */
function tellUnseen(
  { because, at }: Extract<FoundWorkflow, { kind: "unseen" }>,
  { words, fail, warn }: Talk,
): boolean {
  const line = words.lines.workflowUnseen[because](at);
  switch (because) {
    case "not-found":
      fail(line);
      return false;
    case "not-permitted":
      warn(line);
      return true;
  }
}
