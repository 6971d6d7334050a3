import { describe, expect, test } from "@jest/globals";
import type { Permissions } from "../../sandbox/github/access.ts";
import type { RecordedRun } from "../../sandbox/github/store/runs.ts";
import { createLedger } from "../../src/github/ledger.ts";
import { jobWith, READING, runOf, TOKEN } from "../sandbox/github/client.ts";
import { github } from "./one-github.ts";

let workflows = 0;

const DAILY = "17 6 * * *";
const WEEKLY = "17 6 * * 0";
/** A Sunday. */
const TODAY = "2026-11-22T06:21:00Z";
const MISSED = ["2026-11-20T06:17:00.000Z", "2026-11-21T06:17:00.000Z"];
const [THEN, NOW] = ["5f0c2a9d", "7b1e44f0"];
const NO_CONTENTS: Permissions = { actions: "read", checks: "read" };
const sender = { userAgent: "orquestra/test", nowMs: () => performance.now() };

interface Today {
  readonly sha?: string;
  readonly permissions?: Permissions;
  /** When its step began. */
  readonly at?: string;
  /** When GitHub made it. */
  readonly made?: string;
}

/** What today's run of a schedule is told of runs that never came, and the requests that it took. */
async function missedSince(
  earlier: readonly Partial<RecordedRun>[],
  { sha = THEN, permissions = READING, at = TODAY, made = at }: Today = {},
) {
  github.grant(TOKEN, permissions);
  workflows += 1;
  const workflow = { path: `.github/workflows/${workflows}.yml`, name: "daily" };
  const idOf = (number: number) => workflows * 1000 + number;
  const record = (number: number, change: Partial<RecordedRun>) =>
    github.store.record(runOf(number, { id: idOf(number), workflow, sha: THEN, ...change }));
  earlier.forEach((change, index) => record(index + 1, change));
  const runId = idOf(earlier.length + 1);
  const jobs = [{ kind: "running", name: "pipeline", startedAtMs: 0 }] as const;
  record(earlier.length + 1, { sha, createdAtMs: Date.parse(made), jobs });

  const runUrl = `https://github.com/bookshop/pipelines/actions/runs/${runId}`;
  const place = { owner: "bookshop", repository: "pipelines", runId, runUrl, sha };
  const fired = { cron: DAILY, timeZone: "UTC", startedAt: new Date(at) };
  const before = github.calls().length;
  const ledger = createLedger(
    TOKEN,
    place,
    { pipeline: "daily", parts: [], runs: 30, fired },
    sender,
  );
  const { memory, punctuality } = await ledger.recall(new AbortController().signal);
  expect(memory.kind).toBe("found");
  return {
    missed: punctuality?.missedAt.map((date) => date.toISOString()),
    requests: github.calls().length - before,
  };
}

const begun = (at: string, change: Partial<RecordedRun> = {}): Partial<RecordedRun> => ({
  createdAtMs: Date.parse(`2026-11-${at}:00Z`),
  jobs: [jobWith([])],
  ...change,
});
/** The workflow's file, as it was then and is now. */
function pushed(then: string, now: string): void {
  const path = `.github/workflows/${workflows + 1}.yml`;
  github.store.commit(THEN, path, `cron: ${then}`);
  github.store.commit(NOW, path, `cron: ${now}`);
}

describe("a run that never came is told", () => {
  test("where nothing was pushed since the schedule last started one", async () => {
    const told = await missedSince([begun("19T06:40")], { permissions: NO_CONTENTS });
    expect(told).toEqual({ missed: MISSED, requests: 2 });
  });

  test("where what was pushed left the workflow's file as it was", async () => {
    pushed(DAILY, DAILY);
    const told = await missedSince([begun("19T06:40")], { sha: NOW });
    expect(told).toEqual({ missed: MISSED, requests: 3 });
  });

  test("although somebody pressed the button meanwhile", async () => {
    const pressed = begun("21T12:00", { event: "workflow_dispatch" });
    expect(await missedSince([begun("19T06:40"), pressed])).toMatchObject({ missed: MISSED });
  });

  test("of the time until this run was due, however long its job waited", async () => {
    const at = "2026-11-24T08:00:00Z";
    const told = await missedSince([begun("19T06:40")], { at, made: TODAY });
    expect(told).toMatchObject({ missed: MISSED });
  });
});

describe("nothing is told of runs that a new line would have started", () => {
  const lastWeek = [begun("08T06:21"), begun("15T06:21")];

  test("where the file changed", async () => {
    pushed(WEEKLY, DAILY);
    expect(await missedSince(lastWeek, { sha: NOW })).toMatchObject({ missed: [] });
  });

  test("where nobody may look into the file, or it is not there", async () => {
    pushed(DAILY, DAILY);
    const hidden = { sha: NOW, permissions: NO_CONTENTS };
    expect(await missedSince(lastWeek, hidden)).toMatchObject({ missed: [] });
    expect(await missedSince(lastWeek, { sha: NOW })).toMatchObject({ missed: [] });
  });

  test.each(["html-502@rest", "other-shape@rest", "not-found@rest"] as const)(
    "where GitHub does not say what it was: %s",
    async (trouble) => {
      github.setTroubles([trouble]);
      expect(await missedSince(lastWeek)).toMatchObject({ missed: [] });
    },
  );
});

test("where every run came, GitHub is asked once", async () => {
  const everyDay = ["20T06:25", "21T06:19"].map((at) => begun(at));
  expect(await missedSince(everyDay, { sha: NOW })).toEqual({ missed: [], requests: 1 });
});

test("a run of the schedule that began after this one is not the last before it", async () => {
  const runs = [begun("19T06:40"), begun("22T06:30")];
  const at = "2026-11-22T06:35:00Z";
  expect(await missedSince(runs, { at, made: TODAY })).toMatchObject({ missed: MISSED });
});
