import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runAction, type ActionOptions, type ActionRun } from "../../../sandbox/runner.ts";

export interface TinyAction {
  /** The source of `runs.main`, an ES module. */
  readonly main: string;
  readonly post?: string;
  /** The `inputs:` of action.yml. */
  readonly inputs?: string;
  readonly runtime?: string;
}

/** Runs an action made for one test, on another runner where one is given; its folder is gone afterwards. */
export async function runTiny(
  action: TinyAction,
  options: Partial<ActionOptions> = {},
  run: (options: ActionOptions) => Promise<ActionRun> = runAction,
): Promise<ActionRun> {
  const actionDir = await mkdtemp(join(tmpdir(), "tiny-action-"));
  try {
    const post = action.post === undefined ? "" : "\n  post: post.mjs";
    await writeFile(
      join(actionDir, "action.yml"),
      `name: tiny\n${action.inputs ?? ""}\nruns:\n  using: ${action.runtime ?? "node24"}\n  main: main.mjs${post}\n`,
    );
    await writeFile(join(actionDir, "main.mjs"), action.main);
    await writeFile(join(actionDir, "post.mjs"), action.post ?? "");
    return await run({ actionDir, inputs: {}, ...options });
  } finally {
    await rm(actionDir, { recursive: true, force: true });
  }
}
