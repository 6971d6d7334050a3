import * as v from "valibot";
import type {
  FailureIssue,
  IssueLink,
  IssueOutcome,
  IssueTrouble,
  Message,
  Occasion,
} from "../alerts/ports.ts";
import type { Alerts } from "../settings/settings.ts";
import type { Door } from "../text/plain.ts";
import { markedPart, markerIn, withPart, type Marker } from "./issue-marker.ts";
import { Refused, type Refusal } from "./refusal.ts";
import type { Rest } from "./rest.ts";

/** Which issue it is, and what a new one gets. */
export interface IssueWanted extends Pick<Alerts, "labels" | "assignees"> {
  readonly owner: string;
  readonly repository: string;
  readonly pipeline: string;
}

const PER_PAGE = 100;
/** The open one was updated by the last failure: in a repository of more open issues it still comes early. */
const MAX_PAGES = 10;

const issueAnswer = v.object({
  number: v.number(),
  html_url: v.pipe(v.string(), v.url()),
  body: v.nullable(v.string()),
  state: v.string(),
  user: v.nullable(v.object({ login: v.string() })),
  author_association: v.fallback(v.string(), "NONE"),
});
type Issue = v.InferOutput<typeof issueAnswer>;

/** An issue that a run before this one left. */
type Ours = Issue & { readonly marker: Marker };

/** Whoever could write a marker here could start the workflow as well. */
const TRUSTED = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);

/**
 * The failure issue of one pipeline, found by the marker in its body: people may change its title, its
 * labels and all text around our part. Two runs at once end with one issue, the older one.
 */
export function failureIssue(
  open: () => Promise<Rest>,
  { owner, repository, pipeline, labels, assignees }: IssueWanted,
  door: Door,
): FailureIssue {
  const issues = `/repos/${owner}/${repository}/issues`;

  async function list(rest: Rest, state: "open" | "closed", maxPages: number): Promise<Ours[]> {
    const found: Ours[] = [];
    for (let page = 1; page <= maxPages; page += 1) {
      const query = `state=${state}&sort=updated&direction=desc&per_page=${PER_PAGE}&page=${page}`;
      const some = await rest.get(`${issues}?${query}`, v.array(issueAnswer));
      found.push(...some.flatMap((issue) => ours(issue, pipeline) ?? []));
      if (some.length < PER_PAGE) break;
    }
    return found.filter((one) => one.state === state).toSorted((a, b) => a.number - b.number);
  }
  const write = (rest: Rest, issue: Ours, part: string, change: object = {}) =>
    rest.send("PATCH", `${issues}/${issue.number}`, {
      body: withPart(issue.body ?? "", part),
      ...change,
    });

  async function raise(rest: Rest, message: Message, occasion: Occasion): Promise<IssueOutcome> {
    const part = markedPart({ pipeline, state: "failing", at: occasion.at }, message.body);
    const [known] = await list(rest, "open", MAX_PAGES);
    if (known) {
      if (known.marker.at > occasion.at) return { kind: "overtaken", issue: linkOf(known) };
      await write(rest, known, part);
      return { kind: "updated", issue: linkOf(known) };
    }
    const last = (await list(rest, "closed", 1)).at(-1);
    if (last && last.marker.at > occasion.at) return { kind: "overtaken", issue: linkOf(last) };
    if (last && isClosedByHand(last, occasion))
      return { kind: "closed-by-hand", issue: linkOf(last) };

    const made = await make(rest, message.title, part);
    // Another run may have opened one at the same time: both see both, and the older one stays.
    const [first] = await list(rest, "open", MAX_PAGES);
    if (!first || first.number >= made.number) return { kind: "opened", issue: made };
    await rest.send("PATCH", `${issues}/${made.number}`, {
      body: markedPart({ pipeline, state: "recovered", at: occasion.at }, message.body),
      state: "closed",
      state_reason: "not_planned",
    });
    return { kind: "updated", issue: linkOf(first) };
  }

  /** GitHub refuses a whole issue for one assignee or label that it does not know. */
  async function make(rest: Rest, title: string, body: string): Promise<IssueLink> {
    const isPlain = labels.length + assignees.length === 0;
    try {
      return linkOf(await rest.create(issues, { title, body, labels, assignees }, issueAnswer));
    } catch (error) {
      const isInvalid = error instanceof Refused && error.refusal.kind === "invalid";
      if (!isInvalid || isPlain) throw error;
      const bare = await rest.create(issues, { title, body }, issueAnswer);
      return { ...linkOf(bare), isBare: true };
    }
  }

  async function clear(rest: Rest, message: Message, { at }: Occasion): Promise<IssueOutcome> {
    const found = await list(rest, "open", MAX_PAGES);
    // One that says it has recovered was opened again by somebody, and is theirs.
    const [known, ...others] = found.filter(({ marker }) => marker.state === "failing");
    if (!known) return { kind: "none" };
    if (known.marker.at > at) return { kind: "overtaken", issue: linkOf(known) };
    const part = markedPart({ pipeline, state: "recovered", at }, message.body);
    for (const issue of [known, ...others]) {
      await write(rest, issue, part, { state: "closed", state_reason: "completed" });
      await rest.send("POST", `${issues}/${issue.number}/comments`, { body: message.farewell });
    }
    return { kind: "closed", issue: linkOf(known) };
  }

  async function told(act: (rest: Rest) => Promise<IssueOutcome>): Promise<IssueOutcome> {
    try {
      return await act(await open());
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { refusal } = error;
      const words = refusal.words === "" ? {} : { words: door(refusal.words) };
      return { kind: "not-written", why: troubleOf(refusal), ...words };
    }
  }

  return {
    raise: (message, occasion) => told((rest) => raise(rest, message, occasion)),
    clear: (message, occasion) => told((rest) => clear(rest, message, occasion)),
  };
}

/** Where none can be written at all. */
export function noIssue(why: IssueTrouble): FailureIssue {
  const outcome = Promise.resolve<IssueOutcome>({ kind: "not-written", why });
  return { raise: () => outcome, clear: () => outcome };
}

/** An issue with our marker, unless a stranger wrote it there. */
function ours(issue: Issue, pipeline: string): Ours | undefined {
  const marker = markerIn(issue.body ?? "");
  const isBot = issue.user?.login.endsWith("[bot]") === true;
  const isTrusted = isBot || TRUSTED.has(issue.author_association);
  return marker?.pipeline === pipeline && isTrusted ? { ...issue, marker } : undefined;
}

/** Somebody knows of these very failures, and does not want to hear of them. */
function isClosedByHand({ marker }: Ours, { since }: Occasion): boolean {
  return marker.state === "failing" && since !== undefined && marker.at >= since;
}

function linkOf({ number, html_url: url }: Issue): IssueLink {
  return { number, url };
}

function troubleOf(refusal: Refusal): IssueTrouble {
  switch (refusal.kind) {
    case "token-rejected":
    case "not-permitted":
    case "not-found":
      return "no-permission";
    case "rate-limited":
      return "rate-limited";
    case "no-answer":
      return "no-answer";
    case "failed":
      return refusal.status === ISSUES_OFF ? "issues-off" : "refused";
    case "conflict":
    case "invalid":
    case "moved":
    case "malformed":
      return "refused";
  }
}

/** 410 Gone: the repository has its issues switched off (docs.github.com/rest/issues). */
const ISSUES_OFF = 410;
