import type { Issue } from "../store/issues.ts";

/** What GitHub filters by, and the sandbox does not. */
const NOT_FILTERED = ["assignee", "mentioned", "milestone", "since", "type"] as const;

/** A filter that is asked for and would be passed over in silence. */
export function unknownFilter(query: URLSearchParams): string | undefined {
  return NOT_FILTERED.find((name) => query.has(name));
}

/** The issues that are asked for: the open ones, newest first, unless the query says otherwise. */
export function issuesBy(query: URLSearchParams, issues: readonly Issue[]): readonly Issue[] {
  const state = query.get("state") ?? "open";
  const creator = query.get("creator");
  const labels = (query.get("labels") ?? "").split(",").filter((name) => name !== "");
  const key = sortKey(query.get("sort"));
  const sign = query.get("direction") === "asc" ? 1 : -1;
  return issues
    .filter(
      (issue) =>
        (state === "all" || issue.state === state) &&
        (creator === null || issue.creator === creator) &&
        labels.every((name) => hasLabel(issue, name)),
    )
    .toSorted((a, b) => sign * (key(a) - key(b) || a.number - b.number));
}

function hasLabel({ labels }: Issue, name: string): boolean {
  return labels.some((label) => label.toLowerCase() === name.toLowerCase());
}

function sortKey(sort: string | null): (issue: Issue) => number {
  if (sort === "updated") return ({ updatedAtMs }) => updatedAtMs;
  if (sort === "comments") return ({ comments }) => comments.length;
  return ({ createdAtMs }) => createdAtMs;
}
