import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plain } from "../text/plain.ts";
import { pinOf } from "./action-pin.ts";
import { compareWorkflow, isOurOwn, type Differences } from "./compare-workflow.ts";
import type { Options } from "./options.ts";
import { pathOf } from "./path.ts";
import type { Talk } from "./talk.ts";
import type { Target } from "./target.ts";
import { Stopped } from "./trouble.ts";
import { unpinnedFrom, WORKFLOW_FILE, workflowFrom, type WorkflowChanges } from "./workflow.ts";
import { isSameFolder, placeInCopy, workingCopyOf } from "./working-copy.ts";
import { create, readIfThere, replace } from "./working-file.ts";
import { noFolder } from "./working-folder.ts";
import type { World } from "./world.ts";

/** Of a line in somebody's file: as long as any `uses` with its commit and its tag. */
const MAX_VALUE_CHARS = 120;

/** What a working copy has now for a workflow, and whether this command would write the very same. */
export interface LeftWorkflow {
  readonly at: Plain;
  readonly text: string;
  readonly isOurs: boolean;
}

/**
 * Writes the workflow into a working copy, where somebody wants it; never unasked over a file that a
 * run could start with.
 */
export async function leaveWorkflow(
  options: Options,
  target: Target,
  changes: Omit<WorkflowChanges, "action">,
  world: World,
  talk: Talk,
): Promise<LeftWorkflow | undefined> {
  const { lines, questions } = talk.words;
  const folder = options.workflow ?? (await askFolder(options, target, world, talk));
  if (folder === undefined) return undefined;
  const root = pathOf(folder, world);
  const path = join(root, WORKFLOW_FILE);
  const at = world.door(path, 1000);
  const action = await pinOf(world);
  const example = await readFile(join(world.home, "examples/pipeline.yml"), "utf8");
  const text = workflowFrom(example, { ...changes, action });
  const unpinned = unpinnedFrom(example, changes.environment);
  const known = await attempted(readIfThere(path));
  const ours = { at, text, isOurs: true };

  const comparison = compareWorkflow(known, text, unpinned);
  switch (comparison.kind) {
    case "same":
      talk.done(lines.workflowSame(at));
      await warnOfPlace();
      if (!action) talk.warn(lines.workflowUnpinned);
      return ours;
    case "absent":
      if (isDry()) return foretold(lines.workflowWouldBe(at));
      return written(create(root, path, text));
    case "unfinished":
      if (isDry()) return foretold(lines.workflowWouldReplace(at));
      return written(replace(path, text));
    case "different": {
      const kept = { at, text: known ?? "", isOurs: false };
      const differences = differenceLines(comparison.differences, world, talk);
      const tell = (line: string) => talk.say(`  ${line}`);
      if (world.terminal && !isDry()) {
        talk.warn(lines.workflowDiffering(at));
        differences.forEach(tell);
        const isUsual = isOurOwn(comparison.differences);
        if (await talk.yes(questions.overwrite(at), isUsual)) return written(replace(path, text));
        talk.warn(lines.workflowKept(at));
        return kept;
      }
      talk.warn(isDry() ? lines.workflowWouldStay(at) : lines.workflowKept(at));
      [...differences, lines.workflowDiffers.replace].forEach(tell);
      return kept;
    }
  }

  function isDry(): boolean {
    return options.task === "dry-run";
  }

  async function foretold(line: string): Promise<LeftWorkflow> {
    talk.say(line);
    await explainOurs();
    return ours;
  }

  async function written(work: Promise<void>): Promise<LeftWorkflow> {
    await attempted(work);
    talk.done(lines.workflowWritten(at));
    await explainOurs();
    talk.say(`  ${lines.workflowPublish}`);
    return ours;
  }

  async function explainOurs(): Promise<void> {
    if (changes.selfHosted) talk.say(`  ${lines.workflowSelfHosted}`);
    await warnOfPlace();
    if (!action) talk.warn(lines.workflowUnpinned);
  }

  /** GitHub runs nothing from any other folder. */
  async function warnOfPlace(): Promise<void> {
    const place = await placeInCopy(root, world);
    if (place !== "root") talk.warn(lines.workflowPlace[place]);
  }

  async function attempted<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      const words = world.door((error as Error).message);
      throw new Stopped({ code: "workflow-not-written", path: at, words });
    }
  }
}

/** What stands in somebody's file comes through the door, and no longer than a line. */
function differenceLines(
  { named, others }: Differences,
  { door }: World,
  { words: { lines } }: Talk,
): readonly string[] {
  const through = (text: string | undefined) => text && door(text, MAX_VALUE_CHARS);
  return [
    ...named.map(({ key, is, wouldBe }) =>
      lines.workflowDiffers.named({
        key,
        is: through(is),
        wouldBe: through(wouldBe),
      }),
    ),
    ...(others > 0 ? [lines.workflowDiffers.others(others)] : []),
  ];
}

/** Nobody is asked by a dry run, as nothing is written. */
async function askFolder(
  { task }: Options,
  target: Target,
  world: World,
  talk: Talk,
): Promise<string | undefined> {
  const { terminal, home } = world;
  if (!terminal || task === "dry-run") return undefined;
  const copy = await workingCopyOf(target, world);
  // Whoever stands in Orquestra's own folder has the workflow in it already.
  const usual = copy !== undefined && (await isSameFolder(copy, home)) ? undefined : copy;
  for (;;) {
    const answer = await terminal.ask(`${talk.words.questions.workflowFolder(usual)} `);
    if (answer === "-") return undefined;
    if (answer === "") return usual;
    const because = await noFolder(pathOf(answer, world), world.door);
    if (!because) return answer;
    talk.tell([{ code: "workflow-folder", folder: world.door(answer, 1000), because }]);
  }
}
