import { describe, expect, test } from "@jest/globals";
import type { Permissions } from "../../sandbox/github/access.ts";
import type { Job } from "../../sandbox/github/store/job.ts";
import type { RecordedRun, Workflow } from "../../sandbox/github/store/runs.ts";
import type { Trouble } from "../../sandbox/github/troubles.ts";
import { earlierWatches } from "../../src/github/earlier-watches.ts";
import { createLookout } from "../../src/github/lookout.ts";
import { TOLD_TITLE, toldLines } from "../../src/watch/told.ts";
import type { Seen, Sight } from "../../src/watch/sight.ts";
import { jobWith, notice, READING, runOf, TOKEN } from "../sandbox/github/client.ts";
import { github } from "./one-github.ts";

let workflows = 0;

const STARTED_MS = Date.parse("2026-11-22T06:20:00Z");
const SERVER = "https://github.com/bookshop/pipelines";
const place = (runId: number) => ({
  owner: "bookshop",
  repository: "pipelines",
  runId,
  runUrl: `${SERVER}/actions/runs/${runId}`,
  sha: "5f0c2a9d",
});
const means = {
  userAgent: "orquestra/test",
  nowMs: () => performance.now(),
  random: () => 0,
};

/** A file of its own, whose runs have these jobs, oldest first; each run an attempt. */
function workflowWith(runs: readonly (readonly Job[])[], change: Partial<RecordedRun> = {}) {
  workflows += 1;
  const file = `${workflows}.yml`;
  const workflow = { path: `.github/workflows/${file}`, name: "daily" };
  const firstId = workflows * 1_000_000;
  runs.forEach((jobs, index) => {
    github.store.record(runOf(index + 1, { id: firstId + index, workflow, jobs, ...change }));
  });
  if (runs.length === 0) github.store.addWorkflow(workflow);
  return { file, firstId };
}

async function look(
  file: string,
  { permissions = READING, runs = 30, runId = 7 } = {},
  signal = new AbortController().signal,
): Promise<Sight> {
  github.grant(TOKEN, permissions);
  return createLookout(TOKEN, place(runId), { workflow: file, runs }, means).look(signal);
}

async function seen(file: string, options?: Parameters<typeof look>[1]): Promise<Seen> {
  const sight = await look(file, options);
  if (sight.kind !== "seen") throw new Error(`blind: ${sight.why}`);
  return sight;
}

const good = notice("Orquestra: succeeded", "v=1 pipeline=daily attempt=1 records=20");

describe("what is seen of a workflow", () => {
  test("is found by the name of its file, in two requests", async () => {
    const { file, firstId } = workflowWith([
      [jobWith([good], { startedAtMs: STARTED_MS + 60_000 })],
    ]);
    const before = github.calls().length;

    expect(await seen(file)).toEqual({
      kind: "seen",
      state: "active",
      isAll: true,
      runs: [
        {
          url: `${SERVER}/actions/runs/${firstId}`,
          number: 1,
          startedAt: new Date(STARTED_MS),
          stage: { kind: "ended", result: "succeeded" },
          lines: [
            {
              pipeline: "daily",
              entry: { result: "succeeded", pipeline: "daily", attempt: 1, records: 20 },
              startedAt: new Date(STARTED_MS + 60_000),
              endedAt: new Date(STARTED_MS + 130_000),
            },
          ],
        },
      ],
    });
    const calls = github.calls().slice(before);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET /repos/bookshop/pipelines/actions/workflows/${file}`,
      "POST /graphql",
    ]);
  });

  test("is every stage of a run, newest first", async () => {
    const ended = (conclusion: "failure" | "cancelled" | "skipped" | "timed_out") => [
      jobWith([], { conclusion }),
    ];
    const { file } = workflowWith([
      ended("skipped"),
      ended("timed_out"),
      ended("cancelled"),
      [{ kind: "running", name: "pipeline", startedAtMs: STARTED_MS + 5_000 }],
      [{ kind: "queued", name: "pipeline" }],
    ]);

    expect((await seen(file)).runs.map(({ stage }) => stage)).toEqual([
      { kind: "waiting" },
      { kind: "at-work", since: new Date(STARTED_MS + 5_000) },
      { kind: "ended", result: "cancelled" },
      { kind: "ended", result: "failed" },
      { kind: "ended" },
    ]);
  });

  test("is the line of each attempt, and of each job", async () => {
    const { file, firstId } = workflowWith([[jobWith([good])]]);
    const workflow = { path: `.github/workflows/${file}`, name: "daily" };
    const other = notice("Orquestra: failed", 'v=1 pipeline="a b" attempt=2 mode=preflight');
    const jobs = [jobWith([other], { name: "pipeline" }), jobWith([good], { name: "second" })];
    github.store.record(runOf(1, { id: firstId, attempt: 2, workflow, jobs }));

    const [run] = (await seen(file)).runs;
    expect(run?.lines.map(({ pipeline, entry }) => [pipeline, entry.mode])).toEqual([
      ["daily", undefined],
      ["a b", "preflight"],
      ["daily", undefined],
    ]);
  });

  test("is not the run that looks, of a workflow that watches itself", async () => {
    const { file, firstId } = workflowWith([[jobWith([good])], [jobWith([good])]]);
    const { runs } = await seen(file, { runId: firstId + 1 });
    expect(runs.map(({ number }) => number)).toEqual([1]);
  });

  test("is no run of a pull request, which may bring any line", async () => {
    const { file } = workflowWith([[jobWith([good])]], { event: "pull_request_target" });
    expect((await seen(file)).runs).toEqual([]);
  });

  test("is the newest attempt of a large run, and how much of it was not read", async () => {
    const legs = (attempt: number) =>
      Array.from({ length: 50 }, (_, at) =>
        jobWith([notice("Orquestra: failed", `v=1 pipeline=p${at} attempt=${attempt}`)], {
          name: `p${at}`,
        }),
      );
    const { file, firstId } = workflowWith([legs(1)]);
    expect((await seen(file)).runs[0]).not.toHaveProperty("unread");

    const workflow = { path: `.github/workflows/${file}`, name: "daily" };
    const startedAtMs = STARTED_MS + 3_600_000;
    const again = { id: firstId, attempt: 2, workflow, startedAtMs, jobs: legs(2) };
    github.store.record(runOf(1, again));
    const [run] = (await seen(file)).runs;
    const newest = run?.lines.filter(({ entry }) => entry.attempt === 2) ?? [];
    expect([newest.length, run?.lines.length]).toEqual([50, 95]);
    expect(run?.unread).toEqual({ jobs: 5, until: new Date(startedAtMs) });
  });

  test("says whether there is more", async () => {
    const { file } = workflowWith([[jobWith([good])], [jobWith([good])]]);
    expect((await seen(file, { runs: 2 })).isAll).toBe(false);
    expect((await seen(file, { runs: 3 })).isAll).toBe(true);
    expect(await seen(workflowWith([]).file)).toMatchObject({ runs: [], isAll: true });
  });

  test.each<[Workflow["state"], Seen["state"]]>([
    ["disabled_manually", "by-hand"],
    ["disabled_inactivity", "by-inactivity"],
    ["disabled_fork", "in-fork"],
    ["deleted", "deleted"],
  ])("is that it is %s", async (state, said) => {
    const { file } = workflowWith([[jobWith([good])]]);
    github.store.setWorkflowState(`.github/workflows/${file}`, state);
    expect((await seen(file)).state).toBe(said);
  });

  test("has no names but safe ones", async () => {
    const hostile = 'v=1 pipeline="a\u001b[31m ##[error]\u202eb" attempt=1';
    const { file } = workflowWith([[jobWith([notice("Orquestra: failed", hostile)])]]);
    const [run] = (await seen(file)).runs;
    expect(run?.lines.map(({ pipeline }) => pipeline)).toEqual(["a # #[error]b"]);
  });
});

describe("runs that say too much", () => {
  /** Of 200 KB: five of them fit into an answer. */
  const long = Array.from({ length: 50 }, () => notice("lint", "x".repeat(4_000)));
  const wordy = [jobWith(long), jobWith([good])];

  test("are asked for half as many, and then they are not all that there are", async () => {
    const { file } = workflowWith(Array.from({ length: 12 }, () => wordy));
    const before = github.calls().length;

    const { runs, isAll } = await seen(file, { runs: 13 });
    expect(runs.map(({ number, lines }) => [number, lines.length])).toEqual([
      [12, 1],
      [11, 1],
      [10, 1],
    ]);
    expect(isAll).toBe(false);
    expect(github.calls()).toHaveLength(before + 4);
  });

  test("are too much where one is", async () => {
    const { file } = workflowWith([Array(6).fill(jobWith(long))]);
    expect(await look(file)).toEqual({ kind: "blind", why: "too-large" });
  });
});

describe("nothing is seen, and why is known", () => {
  test.each<[string, Permissions]>([
    ["actions and checks", {}],
    ["actions", { checks: "read" }],
    ["checks", { actions: "read" }],
  ])("not allowed to read %s", async (_, permissions) => {
    const { file } = workflowWith([[jobWith([good])]]);
    expect(await look(file, { permissions })).toEqual({ kind: "blind", why: "no-permission" });
  });

  test.each<[Trouble, string]>([
    ["html-502", "no-answer"],
    ["html-500@graphql", "no-answer"],
    ["primary-limit", "no-answer"],
    ["secondary-limit-429", "no-answer"],
    ["cut-answer@graphql", "no-answer"],
    ["html-answer", "malformed"],
    ["other-shape", "malformed"],
    ["other-shape@graphql", "malformed"],
  ])("%s", async (trouble, why) => {
    const { file } = workflowWith([[jobWith([good])]]);
    github.setTroubles([trouble]);
    expect(await look(file)).toEqual({ kind: "blind", why });
  });

  test("a hiccup is looked past, and a trouble that lasts is looked at three times", async () => {
    const { file } = workflowWith([[jobWith([good])]]);
    const before = github.calls().length;
    github.setTroubles(["html-502"]);
    await look(file);
    expect(github.calls()).toHaveLength(before + 3);

    // Its trouble is over by the time of the second look.
    const random = () => {
      github.setTroubles([]);
      return 0;
    };
    github.setTroubles(["html-502"]);
    const lookout = createLookout(
      TOKEN,
      place(7),
      { workflow: file, runs: 30 },
      { ...means, random },
    );
    expect(await lookout.look(new AbortController().signal)).toMatchObject({ kind: "seen" });
  });

  test("no workflow of that file", async () => {
    expect(await look("nowhere.yml")).toEqual({ kind: "blind", why: "no-workflow" });
  });

  test("no token, and not on GitHub: nobody is asked", async () => {
    const before = github.calls().length;
    const signal = new AbortController().signal;
    const wanted = { workflow: "pipeline.yml", runs: 30 };
    const why = async (token: string, where: ReturnType<typeof place> | undefined) =>
      createLookout(token, where, wanted, means).look(signal);
    expect(await why("", place(7))).toEqual({ kind: "blind", why: "no-token" });
    expect(await why(TOKEN, undefined)).toEqual({ kind: "blind", why: "outside-actions" });
    expect(github.calls()).toHaveLength(before);
  });

  test("cancelled, before and while GitHub says nothing", async () => {
    const { file } = workflowWith([[jobWith([good])]]);
    github.setTroubles(["silence"]);
    const before = github.calls().length;
    expect(await look(file, {}, AbortSignal.abort())).toEqual({ kind: "blind", why: "cancelled" });
    expect(github.calls()).toHaveLength(before);

    const controller = new AbortController();
    const looking = look(file, {}, controller.signal);
    while (github.calls().length === before) await new Promise(setImmediate);
    controller.abort();
    expect(await looking).toEqual({ kind: "blind", why: "cancelled" });
  });
});

describe("earlier watches of this very workflow", () => {
  const wanted = { failedTitle: "Orquestra: alert-not-sent", runs: 30 };
  const sender = { ...means, cancelled: new AbortController().signal };

  test("are its jobs, newest first, with what they told and could not tell", async () => {
    github.grant(TOKEN, READING);
    const at = (minutes: number) => ({ startedAtMs: STARTED_MS + minutes * 60_000 });
    const warning = { level: "warning", title: "Orquestra: alert-not-sent", message: "x" } as const;
    const notices = (...names: string[]) =>
      toldLines(names).map((message) => notice(TOLD_TITLE, message));
    const { firstId } = workflowWith([
      [jobWith(notices("north", "a b"), at(1))],
      [jobWith([...notices("south"), warning], at(2))],
      [jobWith([{ ...warning, level: "error" }, notice("Orquestra: other", "x")], at(3))],
      [{ kind: "running", name: "watch", ...at(4) }],
    ]);

    expect(await earlierWatches(TOKEN, place(firstId + 3), wanted, sender)).toEqual([
      { at: new Date(at(4).startedAtMs), told: [], hasFailed: false },
      { at: new Date(at(3).startedAtMs), told: [], hasFailed: false },
      { at: new Date(at(2).startedAtMs), told: ["south"], hasFailed: true },
      { at: new Date(at(1).startedAtMs), told: ["north", "a b"], hasFailed: false },
    ]);
  });

  test("are not known where GitHub does not say", async () => {
    const { firstId } = workflowWith([[{ kind: "running", name: "watch", startedAtMs: 0 }]]);
    github.setTroubles(["html-502"]);
    expect(await earlierWatches(TOKEN, place(firstId), wanted, sender)).toBeUndefined();
    expect(await earlierWatches("", place(firstId), wanted, sender)).toBeUndefined();
    expect(await earlierWatches(TOKEN, undefined, wanted, sender)).toBeUndefined();
  });
});
