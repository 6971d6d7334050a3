import { describe, expect, test } from "@jest/globals";
import {
  advance,
  newRun,
  resultOf,
  setback,
  type Run,
  type TaskEnd,
} from "../../src/pipeline/run.ts";
import { CHECKS } from "../../src/preflight/check.ts";
import type { Subject } from "../../src/preflight/checks.ts";
import { findingsIn, preflight } from "../../src/preflight/preflight.ts";
import type { Look, Tested } from "../../src/preflight/ports.ts";
import { reachWithinMs } from "../../src/preflight/reach.ts";
import { JOB, lookOf, NOW, subjectOf } from "./look.ts";

const REJECTED: TaskEnd = { kind: "failed", failure: { code: "credentials-rejected" } };
const BAD_LOOK = lookOf({ jobs: [{ ...JOB, permissions: {} }] });

function runWith(login: TaskEnd): Run {
  return [{ kind: "proved" } as const, login].reduce(
    (run, end, index) =>
      advance(run, {
        kind: "task-ended",
        task: index === 0 ? "health" : "login",
        atMs: index,
        end,
      }),
    newRun(NOW, ["health", "login"]),
  );
}

interface World {
  readonly run?: Run | undefined;
  readonly look?: Look;
  readonly tested?: Tested;
  readonly isCancelled?: boolean;
}

const GOOD_RUN = runWith({ kind: "proved" });

function look(subject: Subject, world: World = {}) {
  const { look: seen = lookOf(), tested = {}, isCancelled = false } = world;
  return preflight(
    subject,
    {
      askApi: () => Promise.resolve("run" in world ? world.run : GOOD_RUN),
      look: () => Promise.resolve(seen),
      testAlerts: () => Promise.resolve(tested),
    },
    isCancelled ? AbortSignal.abort() : new AbortController().signal,
  );
}

test("every check is made, in the order in which they are told", async () => {
  const { checks, run } = await look(subjectOf());

  expect(checks.map(({ name }) => name)).toEqual(CHECKS);
  expect(resultOf(run)).toBe("succeeded");
});

describe("what a run comes to", () => {
  test.each<[string, Subject, World, object]>([
    [
      "settings first, with all of them",
      subjectOf({ tasks: "x", history: "y" }),
      { run: runWith(REJECTED), look: BAD_LOOK },
      {
        kind: "failed",
        failure: { code: "settings-invalid", problems: [{ input: "tasks" }, { input: "history" }] },
      },
    ],
    [
      "then the API, with its task",
      subjectOf(),
      { run: runWith(REJECTED), look: BAD_LOOK },
      { kind: "failed", task: "login", failure: { code: "credentials-rejected" } },
    ],
    [
      "then the repository, as something that is set wrong",
      subjectOf(),
      { look: BAD_LOOK },
      { kind: "failed", failure: { code: "settings-invalid", problems: [] } },
    ],
    [
      "without an API as well",
      subjectOf({ "api-url": "" }),
      { run: undefined },
      { kind: "failed", failure: { code: "settings-invalid", problems: [{ input: "api-url" }] } },
    ],
    [
      "cancelled, whatever was found",
      subjectOf({ tasks: "x" }),
      { isCancelled: true },
      { kind: "failed", failure: { code: "cancelled" } },
    ],
  ])("%s", async (_, subject, world, expected) => {
    expect(setback((await look(subject, world)).run)).toMatchObject(expected);
  });

  test("nothing, where there are only warnings and what could not be looked at", async () => {
    const { run, checks } = await look(subjectOf({ "notify-url": "https://hooks.example.com/x" }), {
      look: { ...lookOf({ schedule: [] }), state: { kind: "unseen", why: "no-actions" } },
      tested: { notify: { kind: "not-delivered", why: { kind: "status", status: 404 } } },
    });

    expect(resultOf(run)).toBe("succeeded");
    expect(findingsIn(checks, "warning")).toEqual([
      { kind: "no-schedule" },
      { kind: "not-delivered", input: "notify-url", why: { kind: "status", status: 404 } },
    ]);
  });

  test("the failure of the task that was cancelled, where one was", async () => {
    const cancelled = runWith({
      kind: "failed",
      failure: { code: "cancelled", mayBeWorking: false },
    });
    const { run } = await look(subjectOf(), { run: cancelled, isCancelled: true });

    expect(setback(run)).toMatchObject({ task: "login", failure: { code: "cancelled" } });
  });
});

describe("those who would be alerted", () => {
  const set = subjectOf({
    "notify-url": "https://hooks.example.com/x",
    "ping-url": "https://p.example.com/y",
  });

  test.each<[string, Subject, Tested, object, object]>([
    ["are not set", subjectOf(), {}, { why: "not-set" }, { why: "not-set" }],
    ["are not tested", set, {}, { why: "not-tested" }, { why: "not-tested" }],
    [
      "took the test, or did not",
      set,
      {
        notify: { kind: "delivered" },
        ping: { kind: "not-delivered", why: { kind: "unreachable" } },
      },
      { kind: "fine" },
      { findings: [{ kind: "not-delivered", input: "ping-url", why: { kind: "unreachable" } }] },
    ],
  ])("%s", async (_, subject, tested, webhook, deadMan) => {
    const { checks } = await look(subject, { tested });
    const [notify, ping] = checks.slice(-2);

    expect(notify?.outcome).toMatchObject(webhook);
    expect(ping?.outcome).toMatchObject(deadMan);
  });
});

test.each([
  ["private", "github-hosted", 0],
  ["private", "self-hosted", 20_000],
  ["loopback", "github-hosted", 20_000],
  ["single-label", "github-hosted", 20_000],
  ["public", "github-hosted", 20_000],
] as const)(
  "an API at a %s address is tried from a %s machine again for %i ms",
  (host, runner, ms) => {
    expect(reachWithinMs(host, runner)).toBe(ms);
  },
);
