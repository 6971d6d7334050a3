import { describe, expect, test } from "@jest/globals";
import type { Permissions } from "../../sandbox/github/access.ts";
import type { Job } from "../../sandbox/github/store/job.ts";
import type { RecordedRun } from "../../sandbox/github/store/runs.ts";
import type { Trouble } from "../../sandbox/github/troubles.ts";
import { createLedger } from "../../src/github/ledger.ts";
import { lastProved, type History } from "../../src/pipeline/history.ts";
import { jobWith, notice, READING, runOf, TOKEN } from "../sandbox/github/client.ts";
import { github } from "./one-github.ts";

type Attempts = readonly (readonly Job[])[];

let workflows = 0;

const WANTED = {
  pipeline: "daily",
  parts: ["daily/scrape", "daily/train"],
  runs: 30,
  fired: undefined,
};
const sender = { userAgent: "orquestra/test", nowMs: () => performance.now() };
const good = (records: number, pipeline = "daily") =>
  notice("Orquestra: succeeded", `v=1 pipeline=${pipeline} attempt=1 records=${records}`);
const bad = notice(
  "Orquestra: failed",
  "v=1 pipeline=daily attempt=1 records=8 before=20 failed=gate code=data-dropped",
);
const dryRun = notice("Orquestra: succeeded", "v=1 pipeline=daily attempt=1");
/** A run of one attempt with one job. */
const run = (...annotations: ReturnType<typeof notice>[]): Attempts => [[jobWith(annotations)]];

/** A workflow of its own with these runs, oldest first, and the run that asks; returns its id. */
function workflowWith(runs: readonly Attempts[], change: Partial<RecordedRun> = {}): number {
  workflows += 1;
  const workflow = { path: `.github/workflows/${workflows}.yml`, name: "daily" };
  const atWork: Attempts = [[{ kind: "running", name: "pipeline", startedAtMs: 0 }]];
  const firstId = workflows * 1_000_000;
  [...runs, atWork].forEach((attempts, index) => {
    attempts.forEach((jobs, before) => {
      const attempt = before + 1;
      github.store.record(
        runOf(index + 1, { id: firstId + index, attempt, workflow, jobs, ...change }),
      );
    });
  });
  return firstId + runs.length;
}

async function recall(
  runId: number,
  permissions: Permissions = READING,
  signal = new AbortController().signal,
) {
  github.grant(TOKEN, permissions);
  const runUrl = `https://github.com/bookshop/pipelines/actions/runs/${runId}`;
  const place = { owner: "bookshop", repository: "pipelines", runId, runUrl, sha: "5f0c2a9d" };
  return (await createLedger(TOKEN, place, WANTED, sender).recall(signal)).memory;
}

async function historyFor(runId: number): Promise<History> {
  const memory = await recall(runId);
  if (memory.kind !== "found") throw new Error(`no history: ${JSON.stringify(memory)}`);
  return memory.history;
}

const lastRecords = async (runId: number) => lastProved(await historyFor(runId))?.entry.records;

describe("the last proved run", () => {
  const carriedOver = { kind: "carried-over", name: "pipeline" } as const;

  test.each<readonly [string, readonly Attempts[]]>([
    ["is the newest one", [run(good(19)), run(good(20))]],
    ["is behind the bad days", [run(good(20)), run(bad), run(bad)]],
    ["is of this pipeline", [run(good(20)), run(good(500, "other"))]],
    ["is in any job", [[[jobWith([], { name: "test" }), jobWith([good(20)])]]]],
    ["is in the newest attempt", [[[jobWith([good(19)])], [jobWith([good(20)])]]]],
    ["is in the attempt before, of a job carried over", [[[jobWith([good(20)])], [carriedOver]]]],
    ["has records: a dry run proves nothing of data", [run(good(20)), run(dryRun)]],
    [
      "was written by us: a warning is not, nor a foreign title",
      [run(good(20)), run({ ...good(9), level: "warning" }, { ...good(9), title: "" })],
    ],
    [
      "is behind all that the other steps of its job said",
      [run(...Array.from({ length: 40 }, () => notice("deployed", "to production")), good(20))],
    ],
  ])("%s", async (_, runs) => {
    expect(await lastRecords(workflowWith(runs))).toBe(20);
  });

  test.each(["pull_request", "pull_request_target"])(
    "is none that a %s started, with a workflow file of its own",
    async (event) => {
      expect(await lastRecords(workflowWith([run(good(9))], { event }))).toBe(undefined);
    },
  );

  test("is none when nothing was proved yet", async () => {
    expect(await lastRecords(workflowWith([run(bad), run()]))).toBe(undefined);
  });

  test("is asked for by the run's node id when its page leads nowhere", async () => {
    const id = workflowWith([run(good(20))]);
    github.setTroubles(["no-resource"]);
    expect(await lastRecords(id)).toBe(20);
  });

  test("takes one request, however many runs there are", async () => {
    const id = workflowWith(Array.from({ length: 10_000 }, (_, index) => run(good(index))));
    const before = github.calls().length;
    expect(await lastRecords(id)).toBe(9_999);
    expect(github.calls()).toHaveLength(before + 1);
  });
});

describe("the history", () => {
  test("has the runs before this one, newest first, also those that left no line", async () => {
    const killed: Attempts = [[jobWith([], { conclusion: "failure" })]];
    const id = workflowWith([run(good(20)), killed, run(bad)]);

    const { runs } = await historyFor(id);
    expect(runs).toMatchObject([
      { number: 3, result: "failed", entry: { code: "data-dropped" } },
      { number: 2, result: "failed" },
      {
        number: 1,
        url: `https://github.com/bookshop/pipelines/actions/runs/${id - 3}`,
        startedAt: new Date("2026-11-22T06:20:00Z"),
        result: "succeeded",
        entry: { records: 20 },
      },
    ]);
    expect(runs[1]).not.toHaveProperty("entry");
  });

  test("has no preflight, be it green or red", async () => {
    const line = "v=1 pipeline=daily attempt=1 mode=preflight";
    const looked = run(notice("Orquestra: succeeded", line));
    const refused: Attempts = [
      [jobWith([notice("Orquestra: failed", line)], { conclusion: "failure" })],
    ];

    const { runs } = await historyFor(workflowWith([run(good(20)), looked, refused]));
    expect(runs.map(({ number }) => number)).toEqual([1]);
  });

  test("has the earlier attempts of this very run", async () => {
    const startedAtMs = Date.parse("2026-11-22T06:30:00Z");
    const id = workflowWith([]);
    const known = github.store.run(id);
    if (known === undefined) throw new Error("this run was not recorded");
    const path = `.github/workflows/${workflows}.yml`;
    const record = (attempt: number, job: Job) =>
      github.store.record({ ...known, attempt, workflow: { path, name: "daily" }, jobs: [job] });
    record(1, jobWith([bad], { startedAtMs }));
    record(2, { kind: "running", name: "pipeline", startedAtMs: startedAtMs + 1 });

    expect(await historyFor(id)).toMatchObject({
      runs: [],
      attempts: [{ startedAt: new Date(startedAtMs), entry: { result: "failed" } }],
    });
  });

  const told = (name: string, more: string, attempt = 1) =>
    notice("Orquestra: succeeded", `v=1 pipeline=daily/${name} attempt=${attempt} ${more}`);

  test("has what the other jobs of this very run told, under the names that were asked for", async () => {
    const id = workflowWith([run(told("scrape", "records=9"), good(20))]);
    const known = github.store.run(id);
    if (known === undefined) throw new Error("this run was not recorded");
    const path = `.github/workflows/${workflows}.yml`;
    const jobs = [
      jobWith([told("scrape", "records=20")], { name: "scrape" }),
      jobWith([told("train", "artifacts=3"), told("other", "records=1")], { name: "train" }),
    ];
    github.store.record({ ...known, workflow: { path, name: "daily" }, jobs });

    const { runs, attempts, parts = [] } = await historyFor(id);
    expect(runs).toMatchObject([{ entry: { records: 20 } }]);
    expect(attempts).toEqual([]);
    expect(parts.map(({ entry }) => entry)).toEqual([
      { result: "succeeded", pipeline: "daily/train", attempt: 1, artifacts: 3 },
      { result: "succeeded", pipeline: "daily/scrape", attempt: 1, records: 20 },
    ]);
  });

  test.each([
    ["failed without a line, when the job that tells of all was lost", "failure", 1],
    ["did nothing, when it is green all the same", "success", 0],
  ] as const)("a run whose parts alone told %s", async (_, conclusion, length) => {
    const lost: Attempts = [
      [
        jobWith([told("scrape", "records=20")], { name: "scrape" }),
        jobWith([], { name: "report", conclusion }),
      ],
    ];
    const { runs } = await historyFor(workflowWith([lost]));
    expect(runs).toHaveLength(length);
    for (const one of runs) expect(one).not.toHaveProperty("entry");
  });

  test("knows the last push to a public repository only", async () => {
    const id = workflowWith([], { event: "workflow_dispatch" });
    const pushedAtMs = Date.parse("2026-10-01T12:00:00Z");
    github.store.change({ pushedAtMs });
    expect(await historyFor(id)).toEqual({ runs: [], attempts: [] });
    github.store.change({ visibility: "public" });
    expect((await historyFor(id)).publicPushedAt).toEqual(new Date(pushedAtMs));
  });
});

describe("runs that say too much", () => {
  /** Of 200 KB: five of them fit into an answer. */
  const long = Array.from({ length: 50 }, () => notice("lint", "x".repeat(4_000)));

  test("are asked for half as many until they fit, whatever else is known of them", async () => {
    const id = workflowWith(
      Array.from({ length: 12 }, (_, index) => [[jobWith(long), jobWith([good(index)])]]),
    );
    const before = github.calls().length;

    const { runs } = await historyFor(id);
    expect(runs.map(({ entry }) => entry?.records)).toEqual([11, 10, 9]);
    // 30, 15, 7 and 3 runs before this one.
    expect(github.calls()).toHaveLength(before + 4);
  });

  test("are not known where one of them alone says too much", async () => {
    const id = workflowWith([[Array<Job>(6).fill(jobWith(long))]]);
    expect(await recall(id)).toEqual({ kind: "unavailable", reason: "too-large" });
  });
});

describe("without it, why is known and nothing is thrown", () => {
  const unavailable = (reason: string) => ({ kind: "unavailable", reason });

  test.each([
    ["actions and checks", {}],
    ["actions", { checks: "read" }],
    ["checks", { actions: "read" }],
  ] as const)("not allowed to read %s", async (_, permissions) => {
    const id = workflowWith([run(good(20))]);
    expect(await recall(id, permissions)).toEqual(unavailable("no-permission"));
  });

  test.each<[Trouble, string]>([
    ["html-500", "no-answer"],
    ["html-502", "no-answer"],
    ["primary-limit", "no-answer"],
    ["secondary-limit", "no-answer"],
    ["secondary-limit-429", "no-answer"],
    ["cut-answer", "no-answer"],
    ["not-found", "no-permission"],
    ["html-answer", "malformed"],
    ["other-shape", "malformed"],
  ])("%s", async (trouble, reason) => {
    const id = workflowWith([run(good(20))]);
    github.setTroubles([trouble]);
    expect(await recall(id)).toEqual(unavailable(reason));
  });

  test("an answer of another shape, by the page and by the id", async () => {
    const id = workflowWith([run(good(20))]);
    github.setTroubles(["other-shape@graphql"]);
    const before = github.calls().length;
    expect(await recall(id)).toEqual(unavailable("malformed"));
    const paths = github
      .calls()
      .slice(before)
      .map(({ path }) => path);
    expect(paths).toEqual(["/graphql", expect.stringMatching(/actions\/runs/u), "/graphql"]);
  });

  test("a run that GitHub does not know", async () => {
    expect(await recall(1)).toEqual(unavailable("no-permission"));
  });

  test("a token that GitHub does not know, none, and not on GitHub", async () => {
    const id = workflowWith([]);
    const runUrl = `https://github.com/bookshop/pipelines/actions/runs/${id}`;
    const place = {
      owner: "bookshop",
      repository: "pipelines",
      runId: id,
      runUrl,
      sha: "5f0c2a9d",
    };
    const memoryOf = async (token: string, where: typeof place | undefined) => {
      const ledger = createLedger(token, where, WANTED, sender);
      return (await ledger.recall(new AbortController().signal)).memory;
    };
    expect(await memoryOf("ghs_another", place)).toEqual(unavailable("bad-token"));
    const before = github.calls().length;
    expect(await memoryOf("", place)).toEqual(unavailable("no-token"));
    expect(await memoryOf(TOKEN, undefined)).toEqual(unavailable("outside-actions"));
    expect(github.calls()).toHaveLength(before);
  });

  test("cancelled: it settles at once, and asks nothing", async () => {
    const id = workflowWith([run(good(20))]);
    const before = github.calls().length;
    expect(await recall(id, READING, AbortSignal.abort())).toEqual(unavailable("no-answer"));
    expect(github.calls()).toHaveLength(before);
  });
});

describe("of a fleet that ran again", () => {
  const leg = (name: string, attempt: number, result: "succeeded" | "failed") =>
    jobWith(
      [notice(`Orquestra: ${result}`, `v=1 pipeline=${name} attempt=${attempt} records=20`)],
      { name },
    );
  const legs = (size: number, attempt: number, result: "succeeded" | "failed") =>
    Array.from({ length: size }, (_, at) =>
      leg(at === 0 ? "daily" : `shop-${at}`, attempt, result),
    );

  test("the newest attempt counts, however many jobs the first one had", async () => {
    const runId = workflowWith([[legs(30, 1, "failed"), legs(30, 2, "succeeded")]]);
    const { runs, unread } = await historyFor(runId);
    expect(runs.map(({ result }) => result)).toEqual(["succeeded"]);
    expect(unread).toBeUndefined();
  });

  test("nothing is said of a run whose line was not read", async () => {
    const { runs, unread } = await historyFor(workflowWith([[legs(51, 1, "failed")]]));
    expect([runs, unread]).toEqual([[], 1]);
  });

  test("a leg finds what its first attempt proved", async () => {
    const runId = workflowWith([[[]]]) - 1;
    const workflow = { path: `.github/workflows/${workflows}.yml`, name: "daily" };
    const again = legs(40, 2, "succeeded").map(({ name }): Job => ({
      kind: "running",
      name,
      startedAtMs: 0,
    }));
    [legs(40, 1, "succeeded"), again].forEach((jobs, before) =>
      github.store.record(runOf(1, { id: runId, attempt: before + 1, workflow, jobs })),
    );
    expect((await historyFor(runId)).attempts).toMatchObject([{ entry: { attempt: 1 } }]);
  });
});
