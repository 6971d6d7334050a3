import * as v from "valibot";
import { markerIn, withPart, type Marker } from "./issue-marker.ts";
import { Refused } from "./refusal.ts";
import type { Rest } from "./rest.ts";

/** Strangers write issues, too: so many of the longest come in one answer that is not too large. */
const PER_PAGE = 20;
/** The open one was updated by the last failure: in a repository of more open issues it still comes early. */
const MAX_OPEN_PAGES = 25;
/** Only what was closed last is of interest, and its failures were not long ago. */
const MAX_CLOSED_PAGES = 5;
const MAX_PAGES = { open: MAX_OPEN_PAGES, closed: MAX_CLOSED_PAGES };

const user = v.object({ login: v.string() });
const issueAnswer = v.object({
  number: v.number(),
  html_url: v.pipe(v.string(), v.url()),
  body: v.nullable(v.string()),
  state: v.string(),
  user: v.nullable(user),
  // REST lists pull requests among the issues (docs.github.com/rest/issues/issues).
  pull_request: v.optional(v.unknown()),
});
export type Issue = v.InferOutput<typeof issueAnswer>;

/** An issue that a run before this one left. */
export type Ours = Issue & { readonly marker: Marker };

/** The issues of a repository, as far as they are the failure issues of one pipeline. */
export interface IssueTracker {
  /** Oldest first. */
  list(state: "open" | "closed"): Promise<readonly Ours[]>;
  open(issue: Readonly<Record<string, unknown>>): Promise<Issue>;
  /** Our part of an issue, and what else changes in it. */
  rewrite(issue: Issue, part: string, change?: object): Promise<void>;
  comment(issue: Issue, body: string): Promise<void>;
}

/** Everything in it throws {@link Refused}. */
export async function openIssueTracker(
  rest: Rest,
  repository: { readonly owner: string; readonly name: string },
  pipeline: string,
): Promise<IssueTracker> {
  const path = `/repos/${repository.owner}/${repository.name}/issues`;
  const isByUs = await authorship(rest);

  function ours(issue: Issue): Ours | undefined {
    if (issue.pull_request !== undefined) return undefined;
    const marker = markerIn(issue.body ?? "");
    return marker?.pipeline === pipeline ? { ...issue, marker } : undefined;
  }

  return {
    async list(state) {
      const found: Ours[] = [];
      for (let page = 1; page <= MAX_PAGES[state]; page += 1) {
        const query = `state=${state}&sort=updated&direction=desc&per_page=${PER_PAGE}&page=${page}`;
        const some = await rest.page(`${path}?${query}`, issueAnswer, PER_PAGE, isByUs);
        found.push(...some.wanted.flatMap((issue) => ours(issue) ?? []));
        if (!some.isFull) break;
      }
      return found.filter((one) => one.state === state).toSorted((a, b) => a.number - b.number);
    },
    open: (issue) => rest.create(path, issue, issueAnswer),
    rewrite: (issue, part, change = {}) =>
      rest.send("PATCH", `${path}/${issue.number}`, {
        body: withPart(issue.body ?? "", part),
        ...change,
      }),
    comment: (issue, body) => rest.send("POST", `${path}/${issue.number}/comments`, { body }),
  };
}

/** Anybody can write a marker: an issue is ours where the token wrote it with which we ask. */
async function authorship(rest: Rest): Promise<(issue: Issue) => boolean> {
  try {
    const { login } = await rest.get("/user", user);
    return (issue) => issue.user?.login === login;
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.kind !== "not-permitted") throw error;
    // An app may not ask who it is, and a job's own token is one's. No person's name has brackets.
    return (issue) => issue.user?.login.endsWith("[bot]") === true;
  }
}
