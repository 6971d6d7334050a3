import * as v from "valibot";
import { FIRST_ISSUE } from "../text/first-issue.ts";
import type { Octokit } from "./octokit.ts";
import type { Place } from "./place.ts";

/** The workflow's file at two commits; each is null where there is none. */
const AT_BOTH = `
  query ($owner: String!, $name: String!, $before: String!, $now: String!) {
    repository(owner: $owner, name: $name) {
      before: object(expression: $before) { oid }
      now: object(expression: $now) { oid }
    }
  }`;

const earlierRun = v.object({ head_sha: v.pipe(v.string(), v.nonEmpty()), path: v.string() });
const blob = v.object({ oid: v.string() });
const atBoth = v.object({ repository: v.object({ before: blob, now: blob }) });

/**
 * Whether the workflow's file, and with it the line of its schedule, is the one that an earlier run was
 * started by. Nothing pushed since then says so, which may be read with `actions: read`; else the file
 * itself does, with `contents: read`.
 *
 * @returns false also where nobody can tell
 */
export async function isFileOf(
  runId: number,
  { owner, repository, sha }: Place,
  octokit: Octokit,
): Promise<boolean> {
  try {
    const where = { owner, repo: repository, run_id: runId };
    const { data } = await octokit.rest.actions.getWorkflowRun(where);
    const earlier = v.parse(earlierRun, data, FIRST_ISSUE);
    if (earlier.head_sha === sha) return true;
    // GitHub's documentation has a reference behind it: `.github/workflows/build.yml@main`.
    const path = earlier.path.replace(/@.*$/, "");
    const answer = await octokit.graphql(AT_BOTH, {
      owner,
      name: repository,
      before: `${earlier.head_sha}:${path}`,
      now: `${sha}:${path}`,
    });
    const { before, now } = v.parse(atBoth, answer, FIRST_ISSUE).repository;
    return before.oid === now.oid;
  } catch {
    return false;
  }
}
