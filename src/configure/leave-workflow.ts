import { mkdir, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Options } from "./options.ts";
import type { Talk } from "./talk.ts";
import { readOrigin } from "./target.ts";
import { Stopped } from "./trouble.ts";
import { workflowFrom, type ActionPin, type WorkflowChanges } from "./workflow.ts";
import type { World } from "./world.ts";

const FILE = ".github/workflows/pipeline.yml";

/** Writes the workflow into a working copy, where somebody wants it; never over another file unasked. */
export async function leaveWorkflow(
  options: Options,
  changes: Omit<WorkflowChanges, "action">,
  world: World,
  talk: Talk,
): Promise<void> {
  const { lines, questions } = talk.words;
  const folder = options.workflow ?? (await askFolder(options, world, talk));
  if (folder === undefined) return;
  const path = resolve(world.folder, folder, FILE);
  const shown = world.door(path, 1000);
  const action = await pinOf(world);
  const example = await readFile(join(world.home, "examples/pipeline.yml"), "utf8");
  const text = workflowFrom(example, { ...changes, action });

  try {
    const known = await readIfThere(path);
    if (known === text) return talk.done(lines.workflowSame(shown));
    if (options.task === "dry-run") return talk.say(lines.workflowWouldBe(shown));
    if (known !== undefined && !(await talk.yes(questions.overwrite(shown), false))) {
      return talk.warn(lines.workflowKept(shown));
    }
    // A folder that is not there is a slip of the keyboard: only what belongs to GitHub is made in it.
    await stat(resolve(world.folder, folder));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    const words = world.door((error as Error).message);
    throw new Stopped({ code: "workflow-not-written", path: shown, words });
  }
  talk.done(lines.workflowWritten(shown));
  if (changes.selfHosted) talk.say(`  ${lines.workflowSelfHosted}`);
  if (!action) talk.warn(lines.workflowUnpinned);
  talk.say(`  ${lines.workflowPublish}`);
}

/** Nobody is asked by a dry run, as nothing is written. */
async function askFolder(
  { task }: Options,
  { terminal, run, folder, home }: World,
  talk: Talk,
): Promise<string | undefined> {
  if (!terminal || task === "dry-run") return undefined;
  const top = await run("git", ["rev-parse", "--show-toplevel"], folder);
  // Whoever stands in Orquestra's own folder has the workflow in it already.
  const usual = top !== undefined && (await isSame(top, home)) ? undefined : top;
  const answer = await terminal.ask(`${talk.words.questions.workflowFolder(usual)} `);
  return answer === "" || answer === "-" ? (answer === "" ? usual : undefined) : answer;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** The commit of Orquestra that lies here, if others can fetch it. */
async function pinOf({ run, home }: World): Promise<ActionPin | undefined> {
  const git = (...args: readonly string[]) => run("git", args, home);
  const [top, origin, commit, branches, tags] = await Promise.all([
    git("rev-parse", "--show-toplevel"),
    git("remote", "get-url", "origin"),
    git("rev-parse", "HEAD"),
    git("branch", "--remotes", "--contains", "HEAD"),
    git("tag", "--points-at", "HEAD", "v*"),
  ]);
  if (top === undefined || !(await isSame(top, home))) return undefined;
  const target = origin === undefined ? undefined : readOrigin(origin);
  const isPublished = Boolean(branches) || Boolean(tags);
  if (!target || !isPublished || !/^[\da-f]{40}$/.test(commit ?? "")) return undefined;
  const tag = tags?.split("\n").at(-1) || undefined;
  return { repository: `${target.owner}/${target.name}`, commit: commit ?? "", tag };
}

async function isSame(one: string, other: string): Promise<boolean> {
  return (await realpath(one)) === (await realpath(other));
}
