import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import nock from "nock";
import { lastProved } from "../../src/pipeline/history.ts";
import { historyAnswer, ledgerAnnotation, type GivenAnnotation } from "./answers.ts";

let createLedger: typeof import("../../src/github/ledger.ts").createLedger;

beforeAll(async () => {
  // After nock has taken its place in node:http: a module keeps the functions that it imported.
  ({ createLedger } = await import("../../src/github/ledger.ts"));
});

const PLACE = {
  owner: "acme",
  repository: "books",
  runId: 7,
  runUrl: "https://github.com/acme/books/actions/runs/7",
};
const WANTED = { pipeline: "daily", runs: 30, fired: undefined };
const TOKEN = "ghs_0123456789";
const sender = { userAgent: "orquestra/test", nowMs: () => performance.now() };
const good = (records: number, pipeline = "daily") =>
  ledgerAnnotation("succeeded", `v=1 pipeline=${pipeline} attempt=1 records=${records}`);
const bad = ledgerAnnotation(
  "failed",
  "v=1 pipeline=daily attempt=1 records=8 before=20 failed=gate code=data-dropped",
);

nock.disableNetConnect();
afterEach(() => {
  nock.cleanAll();
});
afterAll(() => {
  // One process runs many test files: its node:http is theirs as well.
  nock.enableNetConnect();
  nock.restore();
});

async function recall(token = TOKEN, place: typeof PLACE | undefined = PLACE) {
  const ledger = createLedger(token, place, WANTED, sender);
  return (await ledger.recall(new AbortController().signal)).memory;
}

async function lastRecords(): Promise<number | undefined> {
  const memory = await recall();
  return memory.kind === "found" ? lastProved(memory.history)?.entry.records : Number.NaN;
}

function github() {
  return nock("https://api.github.com", { reqheaders: { authorization: `token ${TOKEN}` } });
}

function answering(runs: readonly (readonly (readonly GivenAnnotation[])[])[]) {
  return github().post("/graphql").reply(200, historyAnswer(runs));
}

describe("the last proved run", () => {
  test.each([
    ["is the newest one", [[[good(20)]], [[good(19)]]], 20],
    ["is behind the bad days", [[[bad]], [[bad]], [[good(20)]]], 20],
    ["is of this pipeline", [[[good(500, "other")]], [[good(20)]]], 20],
    ["is in any job", [[[], [bad], [good(20)]]], 20],
    ["is in the newest check run of a run", [[[good(19)], [good(20)]]], 20],
    [
      "has records: a dry run proves nothing of data",
      [[[ledgerAnnotation("succeeded", "v=1 pipeline=daily attempt=1")]], [[good(20)]]],
      20,
    ],
    [
      "was written by us: a warning is not, nor a foreign title",
      [
        [
          [
            { ...good(999), annotationLevel: "WARNING" },
            { ...good(999), title: null },
          ],
        ],
        [[good(20)]],
      ],
      20,
    ],
  ])("%s", async (_case, runs, records) => {
    answering(runs);
    expect(await lastRecords()).toBe(records);
  });

  test("survives what GitHub could not read", async () => {
    const run = {
      databaseId: 3,
      runNumber: 3,
      url: "https://github.com/acme/books/actions/runs/3",
      event: "push",
      createdAt: "2026-11-22T09:17:00Z",
    };
    const suite = { status: "COMPLETED", conclusion: null };
    const unreadable = { databaseId: 1, startedAt: null, annotations: null };
    const runs = [
      null,
      { ...run, checkSuite: null },
      { ...run, checkSuite: { ...suite, checkRuns: null } },
      { ...run, checkSuite: { ...suite, checkRuns: { nodes: [null, unreadable] } } },
    ];
    const whole = historyAnswer([[[good(20)]]]) as {
      data: { run: { workflow: { runs: { nodes: unknown[] } } } };
    };
    whole.data.run.workflow.runs.nodes.unshift(...runs);
    github().post("/graphql").reply(200, whole);
    expect(await lastRecords()).toBe(20);
  });

  test("is none when nothing was proved yet", async () => {
    answering([[[bad]], []]);
    expect(await lastRecords()).toBe(undefined);
  });

  test("is asked for by the run's node id when its page leads nowhere", async () => {
    github()
      .post("/graphql", /resource/)
      .reply(200, { data: { run: null } });
    github().get("/repos/acme/books/actions/runs/7").reply(200, { node_id: "WFR_x" });
    const byId = github()
      .post("/graphql", (body: { query: string; variables: { id?: string } }) => {
        return body.query.includes("node(") && body.variables.id === "WFR_x";
      })
      .reply(200, historyAnswer([[[good(20)]]]));
    expect(await recall()).toMatchObject({ kind: "found" });
    expect(byId.isDone()).toBe(true);
  });
});

describe("without it, why is known and nothing is thrown", () => {
  const forbidden = { errors: [{ type: "FORBIDDEN", message: "Resource not accessible" }] };
  test.each([
    ["401", 401, { message: "Bad credentials" }, "no-permission"],
    ["403", 403, { message: "Resource not accessible by integration" }, "no-permission"],
    ["404", 404, { message: "Not Found" }, "no-permission"],
    ["forbidden in GraphQL", 200, forbidden, "no-permission"],
    ["429", 429, { message: "slow down" }, "no-answer"],
    ["500", 500, "oops", "no-answer"],
    [
      "a secondary limit",
      403,
      { message: "You have exceeded a secondary rate limit" },
      "no-answer",
    ],
  ])("%s", async (_case, status, body, reason) => {
    github().post("/graphql").reply(status, body);
    expect(await recall()).toEqual({ kind: "unavailable", reason });
  });

  test.each([
    ["another shape", { data: { run: { workflow: 5 } } }],
    ["HTML", "<html>"],
    ["nothing", {}],
    ["not found", { data: { run: null }, errors: [{ type: "NOT_FOUND", message: "?" }] }],
  ])("%s, by the page and by the id", async (_case, body) => {
    github().post("/graphql").twice().reply(200, body);
    github().get("/repos/acme/books/actions/runs/7").reply(200, { node_id: "WFR_x" });
    expect(await recall()).toEqual({ kind: "unavailable", reason: "malformed" });
  });

  test("the connection broke", async () => {
    github().post("/graphql").replyWithError("reset");
    expect(await recall()).toEqual({ kind: "unavailable", reason: "no-answer" });
  });

  test("no token, and not on GitHub: nothing is asked", async () => {
    expect(await recall("")).toEqual({ kind: "unavailable", reason: "no-token" });
    const nowhere = createLedger(TOKEN, undefined, WANTED, sender);
    const { memory } = await nowhere.recall(new AbortController().signal);
    expect(memory).toEqual({ kind: "unavailable", reason: "outside-actions" });
  });

  test("cancelled: it settles at once", async () => {
    const scope = answering([[[good(20)]]]);
    const ledger = createLedger(TOKEN, PLACE, WANTED, sender);
    const { memory } = await ledger.recall(AbortSignal.abort());
    expect(memory).toEqual({ kind: "unavailable", reason: "no-answer" });
    expect(scope.isDone()).toBe(false);
  });
});
