import { describe, expect, test } from "@jest/globals";
import type { GitHub } from "../../sandbox/github/github.ts";
import type { Permissions } from "../../sandbox/github/access.ts";
import type { Trouble } from "../../sandbox/github/troubles.ts";
import type { IssueOutcome, Message } from "../../src/alerts/ports.ts";
import { failureIssue, noIssue, type IssueWanted } from "../../src/github/failure-issue.ts";
import { openIssueTracker } from "../../src/github/issue-tracker.ts";
import { openRest } from "../../src/github/rest.ts";
import { createDoor } from "../../src/text/plain.ts";
import { DAY_MS, githubOf, TOKEN } from "../sandbox/github/client.ts";

const WRITING: Permissions = { issues: "write" };
const DAY = new Date("2026-11-22T09:17:00Z");
const REPOSITORY = { owner: "bookshop", name: "pipelines" };
const WANTED: IssueWanted = {
  pipeline: "daily",
  labels: ["bug"],
  assignees: ["librarian"],
};

/** Every run of these tests has begun. */
const today = () => daysLater(10);
const daysLater = (days: number) => new Date(DAY.getTime() + days * DAY_MS);
const messageOf = (body: string): Message => ({
  title: "daily does not succeed",
  body,
  farewell: "It works again.",
  text: "",
});

function issueOn(
  { url }: GitHub,
  wanted: Partial<IssueWanted> = {},
  timeoutMs = 5_000,
  token = TOKEN,
) {
  const sender = {
    userAgent: "test",
    nowMs: () => performance.now(),
    cancelled: AbortSignal.timeout(timeoutMs),
  };
  const all = { ...WANTED, ...wanted };
  const issue = failureIssue(
    async () =>
      openIssueTracker(await openRest(token, url, sender, today), REPOSITORY, all.pipeline),
    all,
    { door: createDoor((text) => text), today },
  );
  return {
    raise: (body: string, at = DAY, since: Date | "not known" = DAY) =>
      issue.raise(messageOf(body), since === "not known" ? { at } : { at, since }),
    clear: (body: string, at = DAY) => issue.clear(messageOf(body), { at }),
  };
}

/** `opened 1` */
function said(outcome: IssueOutcome): string {
  if ("issue" in outcome) return `${outcome.kind} ${outcome.issue.number}`;
  return outcome.kind === "not-written" ? `not-written: ${outcome.why}` : outcome.kind;
}

function issuesOn({ store }: GitHub) {
  return store.issues.list().map(({ number, state, body, comments, ...rest }) => ({
    ...rest,
    number,
    state,
    body: body ?? "",
    comments: comments.map((comment) => comment.body),
  }));
}

describe("one issue per pipeline", () => {
  test("is opened with the first failure, and brought up to date with the next ones", async () => {
    const github = await githubOf(WRITING);
    const { raise } = issueOn(github);

    expect(said(await raise("It fails."))).toBe("opened 1");
    expect(said(await raise("It fails again.", daysLater(1)))).toBe("updated 1");

    expect(issuesOn(github)).toMatchObject([
      {
        number: 1,
        state: "open",
        title: "daily does not succeed",
        labels: ["bug"],
        assignees: ["librarian"],
        comments: [],
      },
    ]);
    expect(issuesOn(github)[0]?.body).toContain("It fails again.");
    expect(issuesOn(github)[0]?.body).not.toContain("It fails.");
  });

  test("is closed with a word, and the next failures open another one", async () => {
    const github = await githubOf(WRITING);
    const { raise, clear } = issueOn(github);

    await raise("It fails.");
    expect(said(await clear("It works.", daysLater(1)))).toBe("closed 1");
    expect(said(await clear("It works.", daysLater(2)))).toBe("none");
    expect(said(await raise("It fails.", daysLater(3), daysLater(3)))).toBe("opened 2");

    const [first] = issuesOn(github);
    expect(first).toMatchObject({
      state: "closed",
      stateReason: "completed",
      comments: ["It works again."],
    });
    expect(first?.body).toContain("It works.");
  });

  test("is found behind the longest issues that strangers can write", async () => {
    const github = await githubOf(WRITING);
    await issueOn(github).raise("It fails.");
    // As JSON each character takes six bytes.
    const body = "\u0001".repeat(65_536);
    for (let index = 0; index < 45; index += 1) {
      github.store.issues.create("another", { body }, "stranger", github.store.nowMs + index);
    }

    expect(said(await issueOn(github).raise("It fails again."))).toBe("updated 1");
  });

  test("is found among those of other pipelines, and of many", async () => {
    const github = await githubOf(WRITING);
    await issueOn(github, { pipeline: "weekly" }).raise("It fails.");
    expect(said(await issueOn(github).raise("It fails."))).toBe("opened 2");
    for (let index = 0; index < 120; index += 1) {
      github.store.issues.create("another", {}, "reader", github.store.nowMs + index);
    }

    expect(said(await issueOn(github).raise("It fails again."))).toBe("updated 2");
    expect(said(await issueOn(github, { pipeline: "weekly" }).clear("It works."))).toBe("closed 1");
  });
});

describe("people", () => {
  test("keep their title, their labels and what they wrote", async () => {
    const github = await githubOf(WRITING);
    const { raise } = issueOn(github);
    await raise("It fails.");
    const [issue] = github.store.issues.list();
    if (!issue) throw new Error("no issue");
    const theirs = { title: "Shop is down", labels: ["ops"], assignees: [] };
    const body = `We know.\n\n${issue.body}\n\nAsked the shop on Monday.`;
    github.store.issues.update(issue, { ...theirs, body }, github.store.nowMs);

    expect(said(await raise("It fails again.", daysLater(1)))).toBe("updated 1");
    const [after] = issuesOn(github);
    expect(after).toMatchObject(theirs);
    expect(after?.body).toMatch(/^We know\.\n\n<!-- /);
    expect(after?.body).toContain("It fails again.");
    expect(after?.body).toMatch(/-->\n+Asked the shop on Monday\.$/);
  });

  test("who close it want to hear no more of these failures, but of the next ones", async () => {
    const github = await githubOf(WRITING);
    const { raise, clear } = issueOn(github);
    await raise("It fails.");
    const [issue] = github.store.issues.list();
    if (!issue) throw new Error("no issue");
    github.store.issues.update(issue, { state: "closed" }, github.store.nowMs);

    expect(said(await raise("It fails.", daysLater(1)))).toBe("closed-by-hand 1");
    expect(said(await clear("It works.", daysLater(2)))).toBe("none");
    expect(said(await raise("It fails.", daysLater(3), daysLater(3)))).toBe("opened 2");
  });

  test("who close it are heard, whatever another run closed at the same time", async () => {
    const github = await githubOf(WRITING);
    const { raise, clear } = issueOn(github);
    await raise("It fails.");
    const [issue] = github.store.issues.list();
    if (!issue) throw new Error("no issue");
    github.store.issues.update(issue, { state: "closed" }, github.store.nowMs);
    await raise("It fails.", daysLater(1), daysLater(1));
    await clear("It works.", daysLater(1));
    expect(issuesOn(github)).toMatchObject([{ state: "closed" }, { state: "closed" }]);

    expect(said(await raise("It fails.", daysLater(2)))).toBe("closed-by-hand 1");
  });

  test("are asked anew where nobody knows whether these are the same failures", async () => {
    const github = await githubOf(WRITING);
    const { raise } = issueOn(github);
    await raise("It fails.");
    const [issue] = github.store.issues.list();
    if (!issue) throw new Error("no issue");
    github.store.issues.update(issue, { state: "closed" }, github.store.nowMs);

    expect(said(await raise("It fails.", daysLater(1), "not known"))).toBe("opened 2");
  });

  test("who open it again after a recovery keep it open", async () => {
    const github = await githubOf(WRITING);
    const { raise, clear } = issueOn(github);
    await raise("It fails.");
    await clear("It works.", daysLater(1));
    const [issue] = github.store.issues.list();
    if (!issue) throw new Error("no issue");
    github.store.issues.update(issue, { state: "open" }, github.store.nowMs);

    expect(said(await clear("It works.", daysLater(2)))).toBe("none");
    expect(said(await raise("It fails.", daysLater(3), daysLater(3)))).toBe("updated 1");
  });
});

describe("a marker is believed of none but its author:", () => {
  async function githubWith(author: string, person?: string) {
    const left = await githubOf(WRITING);
    await issueOn(left).raise("It fails.");
    const [real] = left.store.issues.list();
    const github = await githubOf(WRITING);
    github.grant(TOKEN, WRITING, person);
    github.store.issues.create("copy", { body: real?.body ?? "" }, author, github.store.nowMs);
    return github;
  }

  test.each([
    ["a bot of a bot", "github-actions[bot]", undefined, "updated 1"],
    ["a bot of nobody else", "stranger", undefined, "opened 2"],
    ["a person of that person", "librarian", "librarian", "updated 1"],
    ["a person of no other", "reader", "librarian", "opened 2"],
    ["a person of no bot", "github-actions[bot]", "librarian", "opened 2"],
  ] as const)("%s", async (_case, author, person, outcome) => {
    const github = await githubWith(author, person);
    expect(said(await issueOn(github).raise("It fails.", daysLater(1)))).toBe(outcome);
    const touched = issuesOn(github)[0]?.body.includes(daysLater(1).toISOString());
    expect(touched).toBe(outcome === "updated 1");
  });

  test("one that is of tomorrow silences nobody", async () => {
    const github = await githubOf(WRITING);
    const { raise, clear } = issueOn(github);
    await raise("It fails.", daysLater(100), daysLater(100));
    expect(said(await raise("It fails.", daysLater(1)))).toBe("updated 1");
    await raise("It fails.", daysLater(100), daysLater(100));
    expect(said(await clear("It works.", daysLater(2)))).toBe("closed 1");
  });
});

describe("an older run that ends late", () => {
  test("does not close what a newer one opened, nor overwrite what it said", async () => {
    const github = await githubOf(WRITING);
    const { raise, clear } = issueOn(github);
    await raise("It fails.", daysLater(2), daysLater(2));

    expect(said(await clear("It works.", daysLater(1)))).toBe("overtaken 1");
    expect(said(await raise("It failed.", daysLater(1), daysLater(1)))).toBe("overtaken 1");
    expect(issuesOn(github)).toMatchObject([{ state: "open", comments: [] }]);
    expect(issuesOn(github)[0]?.body).toContain("It fails.");
  });

  test("does not open what a newer one closed", async () => {
    const github = await githubOf(WRITING);
    const { raise, clear } = issueOn(github);
    await raise("It fails.");
    await clear("It works.", daysLater(2));

    expect(said(await raise("It failed.", daysLater(1), daysLater(1)))).toBe("overtaken 1");
    expect(issuesOn(github)).toHaveLength(1);
  });
});

test("two runs at once end with one open issue", async () => {
  const github = await githubOf(WRITING);
  const outcomes = await Promise.all([
    issueOn(github).raise("One fails."),
    issueOn(github).raise("The other fails."),
  ]);

  const open = issuesOn(github).filter(({ state }) => state === "open");
  expect(open.map(({ number }) => number)).toEqual([1]);
  expect(outcomes.every((outcome) => "issue" in outcome && outcome.issue.number === 1)).toBe(true);
  expect(said(await issueOn(github).raise("One fails again.", daysLater(1)))).toBe("updated 1");
});

test("a label or an assignee that GitHub refuses does not keep the issue from being opened", async () => {
  const github = await githubOf(WRITING);
  const outcome = await issueOn(github, { assignees: ["somebody-else"] }).raise("It fails.");

  expect(outcome).toMatchObject({ kind: "opened", issue: { number: 1, isBare: true } });
  expect(issuesOn(github)).toMatchObject([{ labels: [], assignees: [] }]);
});

describe("what is in the way is said, and nothing is thrown", () => {
  test.each<readonly [Trouble, string]>([
    ["html-502", "refused"],
    ["not-found", "no-permission"],
    ["primary-limit", "rate-limited"],
    ["secondary-limit", "rate-limited"],
    ["secondary-limit-429", "rate-limited"],
    ["cut-answer", "no-answer"],
    ["html-answer", "refused"],
    ["other-shape", "refused"],
  ])("%s: %s", async (trouble, why) => {
    const github = await githubOf(WRITING);
    github.setTroubles([`${trouble}@rest` as Trouble]);
    const { raise, clear } = issueOn(github);

    expect(said(await raise("It fails."))).toBe(`not-written: ${why}`);
    expect(said(await clear("It works."))).toBe(`not-written: ${why}`);
  });

  test("a token that GitHub does not know", async () => {
    const github = await githubOf(WRITING);
    const outcome = await issueOn(github, {}, 5_000, "ghs_another").raise("It fails.");
    expect(said(outcome)).toBe("not-written: bad-token");
  });

  test("a page of issues that is too large after all", async () => {
    const github = await githubOf(WRITING);
    // GitHub takes no body that is as long as these.
    const body = "書".repeat(200_000);
    for (let index = 0; index < 20; index += 1) {
      github.store.issues.create("another", { body }, "stranger", github.store.nowMs + index);
    }
    expect(said(await issueOn(github).raise("It fails."))).toBe("not-written: too-large");
  });

  test("a GitHub that never answers costs no more than the time that there is", async () => {
    const github = await githubOf(WRITING);
    github.setTroubles(["silence@rest"]);
    expect(said(await issueOn(github, {}, 300).raise("It fails."))).toBe("not-written: no-answer");
  });

  test.each<readonly [string, Permissions, string]>([
    ["reading only", { issues: "read" }, "not-written: no-permission"],
    ["nothing", {}, "not-written: no-permission"],
  ])("a token that may do %s", async (_, permissions, outcome) => {
    const github = await githubOf(permissions);
    expect(said(await issueOn(github).raise("It fails."))).toBe(outcome);
  });

  test("issues that are switched off", async () => {
    const github = await githubOf(WRITING);
    github.store.change({ hasIssues: false });
    expect(said(await issueOn(github).raise("It fails."))).toBe("not-written: issues-off");
    expect(said(await issueOn(github).clear("It works."))).toBe("none");
  });

  test("no token at all", async () => {
    const issue = noIssue("no-token");
    expect(said(await issue.raise(messageOf(""), { at: DAY }))).toBe("not-written: no-token");
    expect(said(await issue.clear(messageOf(""), { at: DAY }))).toBe("not-written: no-token");
  });
});
