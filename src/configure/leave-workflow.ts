import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pinOf } from "./action-pin.ts";
import type { Options } from "./options.ts";
import { pathOf } from "./path.ts";
import type { Talk } from "./talk.ts";
import type { Target } from "./target.ts";
import { Stopped } from "./trouble.ts";
import { WORKFLOW_FILE, workflowFrom, type WorkflowChanges } from "./workflow.ts";
import { isSameFolder, workingCopyOf } from "./working-copy.ts";
import type { World } from "./world.ts";

/** Writes the workflow into a working copy, where somebody wants it; never over another file unasked. */
export async function leaveWorkflow(
  options: Options,
  target: Target,
  changes: Omit<WorkflowChanges, "action">,
  world: World,
  talk: Talk,
): Promise<void> {
  const { lines, questions } = talk.words;
  const folder = options.workflow ?? (await askFolder(options, target, world, talk));
  if (folder === undefined) return;
  const root = pathOf(folder, world);
  const path = join(root, WORKFLOW_FILE);
  const shown = world.door(path, 1000);
  const action = await pinOf(world);
  const example = await readFile(join(world.home, "examples/pipeline.yml"), "utf8");
  const text = workflowFrom(example, { ...changes, action });

  const known = await attempted(readIfThere(path));
  if (known === text) return talk.done(lines.workflowSame(shown));
  if (options.task === "dry-run") return talk.say(lines.workflowWouldBe(shown));
  if (known !== undefined && !(await talk.yes(questions.overwrite(shown), false))) {
    return talk.warn(lines.workflowKept(shown));
  }
  await attempted(known === undefined ? create(root, path, text) : replace(path, text));
  talk.done(lines.workflowWritten(shown));
  if (changes.selfHosted) talk.say(`  ${lines.workflowSelfHosted}`);
  if (!action) talk.warn(lines.workflowUnpinned);
  talk.say(`  ${lines.workflowPublish}`);

  async function attempted<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      const words = world.door((error as Error).message);
      throw new Stopped({ code: "workflow-not-written", path: shown, words });
    }
  }
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
  const answer = await terminal.ask(`${talk.words.questions.workflowFolder(usual)} `);
  if (answer === "-") return undefined;
  return answer === "" ? usual : answer;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Whole or not at all, and never over a file that came to be since somebody looked. */
async function create(root: string, path: string, text: string): Promise<void> {
  // A folder that is not there is a slip of the keyboard: only what belongs to GitHub is made in it.
  await stat(root);
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "wx");
  try {
    await file.writeFile(text);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Whole, or the old file stays: it is written beside, and takes the place in one step. */
async function replace(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  // Nobody else's file has this name, be it one that an earlier editor left.
  const beside = `${target}.${randomUUID()}.new`;
  try {
    await writeFile(beside, text, { flag: "wx" });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
