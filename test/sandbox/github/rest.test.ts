import { describe, expect, test } from "@jest/globals";
import { githubOf, HOME, READING, rest, runOf, TOKEN } from "./client.ts";

test("a run, by its id, of its newest attempt", async () => {
  const github = await githubOf();
  github.store.record(runOf(7));
  github.store.record(runOf(7, { attempt: 2, startedAtMs: Date.parse("2026-11-22T08:00:00Z") }));
  const { status, body } = await rest(github, `GET ${HOME}/actions/runs/7000000007`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: 7_000_000_007,
    node_id: expect.stringMatching(/^WFR_/u),
    name: "daily",
    path: ".github/workflows/pipeline.yml",
    run_number: 7,
    run_attempt: 2,
    previous_attempt_url: expect.stringMatching(/runs\/7000000007\/attempts\/1$/u),
    event: "schedule",
    head_branch: "main",
    status: "completed",
    conclusion: "success",
    created_at: "2026-11-22T06:20:00Z",
    run_started_at: "2026-11-22T08:00:00Z",
    html_url: "https://github.com/bookshop/pipelines/actions/runs/7000000007",
  });
});

test("a workflow, by its id or its file, and whether it is active", async () => {
  const github = await githubOf();
  github.store.record(runOf(1));
  const byFile = await rest(github, `GET ${HOME}/actions/workflows/pipeline.yml`);
  expect(byFile).toMatchObject({ status: 200, body: { name: "daily", state: "active" } });
  const { id } = byFile.body as { id: number };

  github.store.setWorkflowState(".github/workflows/pipeline.yml", "disabled_inactivity");
  expect(await rest(github, `GET ${HOME}/actions/workflows/${id}`)).toMatchObject({
    body: { path: ".github/workflows/pipeline.yml", state: "disabled_inactivity" },
  });
});

test("a file of the default branch, in base64", async () => {
  const github = await githubOf();
  const path = ".github/workflows/pipeline.yml";
  const text = "name: Ação\n".repeat(20);
  github.store.push(path, text);
  const { status, body } = await rest(github, `GET ${HOME}/contents/${path}`);
  const { content } = body as { content: string };
  expect([status, Buffer.from(content, "base64").toString()]).toEqual([200, text]);
  expect(body).toMatchObject({ type: "file", encoding: "base64", path, name: "pipeline.yml" });
  expect((await rest(github, `GET ${HOME}/contents/${path}.new`)).status).toBe(404);

  github.grant(TOKEN, {});
  expect((await rest(github, `GET ${HOME}/contents/${path}`)).status).toBe(403);
});

test("the repository, with its last push", async () => {
  const github = await githubOf({});
  github.store.change({ visibility: "public", pushedAtMs: Date.parse("2026-09-30T12:00:00Z") });
  expect((await rest(github, `GET ${HOME}`)).body).toMatchObject({
    full_name: "bookshop/pipelines",
    private: false,
    visibility: "public",
    pushed_at: "2026-09-30T12:00:00Z",
    default_branch: "main",
    has_issues: true,
  });
});

test("who a token belongs to: a person, as a job's own token belongs to nobody", async () => {
  const github = await githubOf();
  github.grant("ghp_person", {}, "librarian");
  const headers = { authorization: "Bearer ghp_person" };
  expect((await rest(github, "GET /user", undefined, headers)).body).toEqual({
    login: "librarian",
    type: "User",
  });
  expect((await rest(github, "GET /user")).status).toBe(403);
});

describe("nothing to see", () => {
  test.each([
    ["a run that is not there", 404, `GET ${HOME}/actions/runs/1`],
    ["a workflow that is not there", 404, `GET ${HOME}/actions/workflows/none.yml`],
    ["another repository", 404, "GET /repos/acme/books"],
    ["what the sandbox does not do", 501, `GET ${HOME}/actions/runs`],
  ])("%s", async (_, status, call) => {
    expect((await rest(await githubOf(), call)).status).toBe(status);
  });
});

describe("who may", () => {
  test.each([
    ["actions", `GET ${HOME}/actions/runs/1`, "actions=read"],
    ["issues", `GET ${HOME}/issues`, "issues=read"],
    ["issues", `POST ${HOME}/issues`, "issues=write"],
  ] as const)("not without %s: %s", async (scope, call, needed) => {
    const github = await githubOf({ ...READING, issues: "read", [scope]: undefined });
    const { status, headers, body } = await rest(github, call);
    expect(status).toBe(403);
    expect(body).toMatchObject({
      message: "Resource not accessible by integration",
      status: "403",
    });
    expect(headers.get("x-accepted-github-permissions")).toBe(needed);
  });

  test("not with a token that nobody gave out", async () => {
    const headers = { authorization: "token nonsense" };
    expect(await rest(await githubOf(), `GET ${HOME}`, undefined, headers)).toMatchObject({
      status: 401,
      body: { message: "Bad credentials" },
    });
  });

  test("without a token: what is public can be read, and nothing written", async () => {
    const github = await githubOf();
    github.store.record(runOf(1));
    const runs = `GET ${HOME}/actions/runs/7000000001`;
    expect((await rest(github, runs, undefined, {})).status).toBe(404);
    github.store.change({ visibility: "public" });
    expect((await rest(github, runs, undefined, {})).status).toBe(200);
    expect((await rest(github, `POST ${HOME}/issues`, { title: "x" }, {})).status).toBe(401);
    expect(
      (await rest(github, "POST /graphql", { query: "{ viewer { login } }" }, {})).status,
    ).toBe(401);
  });
});

test("a job's token has 1,000 requests an hour, told in every answer", async () => {
  const github = await githubOf();
  const left = async () => {
    const { status, headers } = await rest(github, `GET ${HOME}`);
    return [status, headers.get("x-ratelimit-remaining"), headers.get("x-ratelimit-used")];
  };
  expect(await left()).toEqual([200, "999", "1"]);
  for (let request = 2; request < 1_000; request += 1) await left();
  expect(await left()).toEqual([200, "0", "1000"]);
  expect(await left()).toEqual([403, "0", "1000"]);
  github.store.moveTo(github.store.nowMs + 3_600_000);
  expect(await left()).toEqual([200, "999", "1"]);
});

test("all requests can be read afterwards, and the time is GitHub's own", async () => {
  const github = await githubOf();
  github.store.moveTo(Date.parse("2027-01-02T03:04:05Z"));
  const { headers } = await rest(github, `GET ${HOME}?x=1`, undefined, {
    authorization: `token ${TOKEN}`,
  });
  expect(headers.get("date")).toBe("Sat, 02 Jan 2027 03:04:05 GMT");
  expect(github.calls()).toEqual([{ method: "GET", path: `${HOME}?x=1`, body: "" }]);
});
