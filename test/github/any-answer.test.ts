import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Recollection } from "../../src/pipeline/ports.ts";

/** A GitHub that says anything at all to whoever asks for so many runs; for none by REST. */
let says: (runs: number) => { readonly status: number; readonly answer: unknown };
const server = createServer((request, response) => {
  void text(request).then((body) => {
    const { variables } = JSON.parse(body || "{}") as { variables?: { runs?: number } };
    const { status, answer } = says(variables?.runs ?? 0);
    const headers = { "content-type": "application/json" };
    response.writeHead(status, headers).end(JSON.stringify(answer));
  });
});

// Octokit reads the address of GitHub once, when it is loaded: hence no static import here.
let createLedger: typeof import("../../src/github/ledger.ts").createLedger;
let baseUrl: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env["GITHUB_API_URL"] = baseUrl;
  ({ createLedger } = await import("../../src/github/ledger.ts"));
});
afterAll(async () => {
  delete process.env["GITHUB_API_URL"];
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});

function recall(status: number, answer: unknown): Promise<Recollection> {
  return recallFrom(() => ({ status, answer }));
}

/** What a run that a schedule started is told. */
function recallFrom(github: typeof says): Promise<Recollection> {
  says = github;
  const place = {
    owner: "acme",
    repository: "books",
    runId: 7,
    runUrl: "https://github.com/acme/books/actions/runs/7",
    sha: "5f0c2a9d",
  };
  const fired = {
    cron: "17 6 * * *",
    timeZone: "America/Sao_Paulo",
    startedAt: new Date("2026-11-22T09:21:00Z"),
  };
  const wanted = { pipeline: "daily", parts: [], runs: 30, fired };
  const sender = { userAgent: "orquestra/test", nowMs: () => performance.now() };
  return createLedger("ghs_0123456789", place, wanted, sender).recall(new AbortController().signal);
}

/** An answer in which one run of the schedule began at this moment. */
function begunAt(createdAt: unknown, more: object = {}): object {
  const run = {
    databaseId: 6,
    runNumber: 6,
    url: "https://github.com/acme/books/actions/runs/6",
    event: "schedule",
    createdAt,
    checkSuite: null,
    ...more,
  };
  return begunWith([run]);
}

function begunWith(nodes: readonly unknown[]): object {
  const here = { createdAt: "2026-11-22T09:20:00Z", checkSuite: null };
  return { data: { run: { ...here, workflow: { runs: { nodes } } } } };
}

test("an answer as GitHub gives it is found", async () => {
  const { memory } = await recall(200, begunAt("2026-11-21T06:00:00Z"));
  expect(memory.kind).toBe("found");
});

test.each([
  ["an offset of hours alone", "2026-11-21T06:00:00+05"],
  ["with a space before it", "2026-11-21T06:00:00 +05:00"],
  ["a day alone", "2026-11-21"],
  ["nothing", ""],
])("a moment that is no day makes an answer malformed: %s", async (_, createdAt) => {
  const { memory, punctuality } = await recall(200, begunAt(createdAt));

  expect(memory).toEqual({ kind: "unavailable", reason: "malformed" });
  expect(punctuality?.dueAt).toEqual(new Date("2026-11-22T09:17:00Z"));
});

test.each([0, -1, 1.5, 2 ** 53])("nor is there a run number %p", async (runNumber) => {
  const { memory } = await recall(200, begunAt("2026-11-21T06:00:00Z", { runNumber }));

  expect(memory).toEqual({ kind: "unavailable", reason: "malformed" });
});

test.each<[string, unknown]>([
  ["200,000 empty objects", Array.from({ length: 200_000 }, () => ({}))],
  ["200,000 numbers where the runs are", begunWith(Array(200_000).fill(1))],
  ["100,000 numbers where the runs are", begunWith(Array(100_000).fill(1))],
])("what has too many values is not GitHub's, nor is a list of others: %s", async (_, answer) => {
  const { memory } = await recall(200, answer);

  expect(memory).toEqual({ kind: "unavailable", reason: "malformed" });
});

test("where GitHub spends too much on one query, it is asked for half as many runs", async () => {
  const asked: number[] = [];
  const message = "Resource limits for this query exceeded.";
  const refusal = { data: { run: null }, errors: [{ type: "RESOURCE_LIMITS_EXCEEDED", message }] };
  const { memory } = await recallFrom((runs) => {
    asked.push(runs);
    return { status: 200, answer: runs > 10 ? refusal : begunAt("2026-11-21T06:00:00Z") };
  });

  expect(memory.kind).toBe("found");
  // This run is one of them. By REST it is asked whether the schedule is as it was.
  expect(asked).toEqual([31, 16, 8, 0]);
});

test("whatever GitHub says, no run breaks on it", async () => {
  const moment = fc.oneof(
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom("0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-11-21T06:00:00+05"),
  );
  const some = fc.oneof(fc.jsonValue(), moment, fc.constantFrom("https://x", "NOTICE", "schedule"));
  const errors = fc.oneof(
    some,
    fc.array(fc.record({ type: some, message: some }, { requiredKeys: [] }), { maxLength: 2 }),
  );
  const answer = fc.oneof(
    fc.jsonValue(),
    moment.map((createdAt) => begunAt(createdAt)),
    fc
      .record({ createdAt: some, more: fc.dictionary(fc.constantFrom(...FIELDS), some) })
      .map(({ createdAt, more }) => begunAt(createdAt, more)),
    fc.record({ data: some, errors, message: some, node_id: some }, { requiredKeys: [] }),
  );
  const status = fc.constantFrom(200, 200, 200, 204, 301, 400, 401, 403, 404, 422, 429, 500, 503);

  await fc.assert(
    fc.asyncProperty(status, answer, async (code, said) => {
      const { memory } = await recall(code, said);
      expect(["found", "unavailable"]).toContain(memory.kind);
    }),
    { numRuns: 60 },
  );
});

const FIELDS = ["databaseId", "runNumber", "url", "event", "checkSuite"] as const;
