import type { Issue } from "../github/store/issues.ts";
import { INDEX, issueFile, writePage } from "./folder.ts";
import type { Voice } from "./voice.ts";

/**
 * Leaves an issue as a page: what it says, and every comment.
 *
 * @param detours from the pages of runs on GitHub to ours, as this page names them
 */
export async function writeIssue(
  issue: Issue,
  detours: ReadonlyMap<string, string>,
  { words, language }: Voice,
): Promise<void> {
  const { issue: named, commented, sandbox, allDays, otherPages } = words.page;
  const comments = issue.comments.map(
    ({ author, body }) => `---\n\n_${commented(author)}_\n\n${body}`,
  );
  await writePage(issueFile(issue.number), [issue.body ?? "", ...comments].join("\n\n"), {
    title: issue.title,
    note: `${named(issue.number, issue.state)} ${sandbox}`,
    lang: language,
    neighbours: { label: otherPages, links: [{ text: allDays, href: INDEX }] },
    detours,
  });
}
