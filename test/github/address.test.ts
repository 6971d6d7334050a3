import { afterAll, beforeAll, expect, test } from "@jest/globals";
import nock from "nock";

let createLedger: typeof import("../../src/github/ledger.ts").createLedger;

beforeAll(async () => {
  nock.disableNetConnect();
  // After nock has taken its place in node:http: a module keeps the functions that it imported.
  ({ createLedger } = await import("../../src/github/ledger.ts"));
});

afterAll(() => {
  // One process runs many test files: its node:http is theirs as well.
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
});

test("where no other address is set, GitHub's own is asked, with the token and as ourselves", async () => {
  const place = {
    owner: "acme",
    repository: "books",
    runId: 7,
    runUrl: "https://github.com/acme/books/actions/runs/7",
    sha: "5f0c2a9d",
  };
  const createdAt = "2026-11-22T09:20:00Z";
  const run = { createdAt, checkSuite: null, workflow: { runs: { nodes: [] } } };
  const asked = nock("https://api.github.com", {
    reqheaders: { authorization: "token ghs_0123456789", "user-agent": "orquestra/test" },
  })
    .post("/graphql", (body: { variables: object }) => {
      expect(body.variables).toEqual({ page: place.runUrl, runs: 31 });
      return true;
    })
    .reply(200, { data: { run } });
  const wanted = { pipeline: "daily", parts: [], runs: 30, fired: undefined };
  const sender = { userAgent: "orquestra/test", nowMs: () => performance.now() };
  const ledger = createLedger("ghs_0123456789", place, wanted, sender);

  expect(await ledger.recall(new AbortController().signal)).toEqual({
    memory: { kind: "found", history: { runs: [], attempts: [] } },
  });
  expect(asked.isDone()).toBe(true);
});
