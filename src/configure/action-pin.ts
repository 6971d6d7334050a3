import { readOrigin } from "./target.ts";
import type { ActionPin } from "./workflow.ts";
import { isSameFolder } from "./working-copy.ts";
import type { World } from "./world.ts";

/** The commit of Orquestra that lies here, if others can fetch it. */
export async function pinOf({ run, home }: World): Promise<ActionPin | undefined> {
  const git = (...args: readonly string[]) => run("git", args, home);
  const [top, origin, commit, branches, tags] = await Promise.all([
    git("rev-parse", "--show-toplevel"),
    git("remote", "get-url", "origin"),
    git("rev-parse", "HEAD"),
    git("branch", "--remotes", "--contains", "HEAD"),
    git("tag", "--points-at", "HEAD", "v*"),
  ]);
  if (top === undefined || !(await isSameFolder(top, home))) return undefined;
  const target = origin === undefined ? undefined : readOrigin(origin);
  const isPublished = Boolean(branches) || Boolean(tags);
  if (!target || !isPublished || !/^[\da-f]{40}$/.test(commit ?? "")) return undefined;
  const tag = tags?.split("\n").at(-1) || undefined;
  return { repository: `${target.owner}/${target.name}`, commit: commit ?? "", tag };
}
