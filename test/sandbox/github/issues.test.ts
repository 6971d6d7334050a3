import { describe, expect, test } from "@jest/globals";
import type { GitHub } from "../../../sandbox/github/github.ts";
import { DAY_MS, githubOf, HOME, rest } from "./client.ts";

const ISSUES = `${HOME}/issues`;

async function withIssues(): Promise<GitHub> {
  return githubOf({ issues: "write" });
}

const titles = async (github: GitHub, query: string) => {
  const { body } = await rest(github, `GET ${ISSUES}${query}`);
  return (body as { title: string }[]).map(({ title }) => title);
};

test("an issue is opened by the job, and brings its labels along", async () => {
  const github = await withIssues();
  const opened = await rest(github, `POST ${ISSUES}`, {
    title: "The pipeline keeps failing",
    body: "since 3 Nov",
    labels: ["pipeline"],
  });
  expect(opened.status).toBe(201);
  expect(opened.body).toMatchObject({
    number: 1,
    title: "The pipeline keeps failing",
    body: "since 3 Nov",
    state: "open",
    state_reason: null,
    user: { login: "github-actions[bot]", type: "Bot" },
    labels: [{ name: "pipeline" }],
    comments: 0,
    created_at: "2026-11-22T06:17:00Z",
    html_url: "https://github.com/bookshop/pipelines/issues/1",
  });
  expect((await rest(github, `GET ${ISSUES}/1`)).body).toEqual(opened.body);
  expect((await rest(github, `GET ${HOME}/labels/Pipeline`)).status).toBe(200);
});

test("it is commented, closed, and opened again", async () => {
  const github = await withIssues();
  await rest(github, `POST ${ISSUES}`, { title: "x" });
  github.store.moveTo(github.store.nowMs + DAY_MS);
  const comment = await rest(github, `POST ${ISSUES}/1/comments`, { body: "again" });
  expect(comment).toMatchObject({ status: 201, body: { body: "again" } });
  expect((await rest(github, `GET ${ISSUES}/1/comments`)).body).toMatchObject([{ body: "again" }]);

  const closed = await rest(github, `PATCH ${ISSUES}/1`, { state: "closed" });
  expect(closed.body).toMatchObject({
    state: "closed",
    state_reason: "completed",
    comments: 1,
    closed_at: "2026-11-23T06:17:00Z",
  });
  const reopened = await rest(github, `PATCH ${ISSUES}/1`, { state: "open", body: "new" });
  expect(reopened.body).toMatchObject({
    state: "open",
    state_reason: "reopened",
    closed_at: null,
    title: "x",
    body: "new",
  });
});

describe("the list", () => {
  async function withThree(): Promise<GitHub> {
    const github = await withIssues();
    github.store.issues.create("by a person", { labels: ["pipeline"] }, "librarian", 1);
    await rest(github, `POST ${ISSUES}`, { title: "old", labels: ["pipeline", "daily"] });
    await rest(github, `POST ${ISSUES}`, { title: "new", labels: ["Pipeline"] });
    await rest(github, `PATCH ${ISSUES}/2`, { state: "closed" });
    return github;
  }

  test.each([
    ["open ones, newest first", "", ["new", "by a person"]],
    ["all", "?state=all", ["new", "old", "by a person"]],
    ["closed", "?state=closed", ["old"]],
    ["with all of these labels", "?state=all&labels=pipeline,daily", ["old"]],
    ["of one author", "?creator=github-actions%5Bbot%5D", ["new"]],
    ["oldest first", "?state=all&direction=asc", ["by a person", "old", "new"]],
    ["last changed first", "?state=all&sort=updated", ["new", "old", "by a person"]],
    ["a page", "?state=all&per_page=1&page=2", ["old"]],
  ])("%s", async (_, query, expected) => {
    expect(await titles(await withThree(), query)).toEqual(expected);
  });

  test("links to its other pages", async () => {
    const { headers } = await rest(await withThree(), `GET ${ISSUES}?state=all&per_page=1&page=2`);
    const page = (number: number) =>
      `<https://api.github.com${ISSUES}?state=all&per_page=1&page=${number}>`;
    expect(headers.get("link")).toBe(
      `${page(1)}; rel="prev", ${page(1)}; rel="first", ${page(3)}; rel="next", ${page(3)}; rel="last"`,
    );
  });

  test("does not pass over a filter that it does not have", async () => {
    expect((await rest(await withThree(), `GET ${ISSUES}?assignee=none`)).status).toBe(501);
  });
});

describe("refused", () => {
  test.each([
    ["no title", `POST ${ISSUES}`, { body: "x" }, "title"],
    ["a title of 257 characters", `POST ${ISSUES}`, { title: "x".repeat(257) }, "title"],
    [
      "a body of 65,537 characters",
      `POST ${ISSUES}`,
      { title: "x", body: "x".repeat(65_537) },
      "body",
    ],
    ["labels that are none", `POST ${ISSUES}`, { title: "x", labels: "pipeline" }, "labels"],
    ["an empty comment", `POST ${ISSUES}/1/comments`, { body: "" }, "body"],
    ["a label that is there", `POST ${HOME}/labels`, { name: "PIPELINE" }, "name"],
  ])("%s", async (_, call, body, field) => {
    const github = await withIssues();
    github.store.issues.create("there", { labels: ["pipeline"] }, "librarian", 1);
    expect(await rest(github, call, body)).toMatchObject({
      status: 422,
      body: { message: "Validation Failed", errors: [{ field }] },
    });
  });

  test.each([
    ["an issue", `GET ${ISSUES}/9`],
    ["a label", `GET ${HOME}/labels/none`],
  ])("%s that is not there", async (_, call) => {
    expect((await rest(await withIssues(), call)).status).toBe(404);
  });
});

test("a label is made with its color", async () => {
  const github = await withIssues();
  const made = await rest(github, `POST ${HOME}/labels`, { name: "pipeline", color: "cf222e" });
  expect(made).toMatchObject({ status: 201, body: { name: "pipeline", color: "cf222e" } });
});

test("with issues switched off there are none to list, and none can be opened", async () => {
  const github = await withIssues();
  await rest(github, `POST ${ISSUES}`, { title: "before" });
  github.store.change({ hasIssues: false });
  expect(await titles(github, "")).toEqual([]);
  for (const call of [`POST ${ISSUES}`, `GET ${ISSUES}/1`, `PATCH ${ISSUES}/1`]) {
    const { status, body } = await rest(
      github,
      call,
      call.startsWith("GET") ? undefined : { title: "x" },
    );
    expect(status).toBe(410);
    expect(body).toMatchObject({ message: "Issues has been disabled in this repository." });
  }
});
