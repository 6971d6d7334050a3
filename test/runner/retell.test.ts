import { describe, expect, test } from "@jest/globals";
import type { TaskName } from "../../src/pipeline/names.ts";
import { resultOf, setback, type TaskEnd } from "../../src/pipeline/run.ts";
import type { JournalEvent, JournalTick } from "../../src/runner/journal.ts";
import { dataNow } from "../../src/report/data-now.ts";
import { retell } from "../../src/runner/retell.ts";
import { readSettings } from "../../src/settings/read.ts";
import type { Settings } from "../../src/settings/settings.ts";
import { createDoor } from "../../src/text/plain.ts";

const START = new Date("2026-11-22T06:21:00Z");
const LATER = new Date("2026-11-22T06:22:00Z");
const LATER_MS = 60_000;

function settingsWith(inputs: Readonly<Record<string, string>>): Settings {
  const all: Record<string, string> = {
    "api-url": "https://books.example.com",
    username: "etl-user",
    password: "p4ss/w0rd & söns",
    ...inputs,
  };
  const source = { input: (name: string) => all[name] ?? "", workflow: "daily", job: "run" };
  const read = readSettings(
    source,
    createDoor((text) => text),
  );
  if (read.kind === "invalid") throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

const SETTINGS = settingsWith({});

function started(task: TaskName, atMs = 1000): JournalEvent {
  return { kind: "task-started", task, atMs };
}

function ended(task: TaskName, end: TaskEnd = { kind: "proved" }, atMs = 2000): JournalEvent {
  return { kind: "task-ended", task, atMs, end };
}

/** Every task up to this one, proved. */
function provedUpTo(last: TaskName, settings = SETTINGS): readonly JournalEvent[] {
  const { tasks } = retell({ kind: "unreadable" }, settings, LATER);
  const names = tasks.map(({ name }) => name);
  return names
    .slice(0, names.indexOf(last) + 1)
    .flatMap((name) => [started(name), ended(name, { kind: "proved", facts: FACTS[name] ?? {} })]);
}

const FACTS: Partial<Record<TaskName, object>> = {
  baseline: { countedBefore: 997 },
  scrape: { reported: 1000 },
  gate: { stored: 1000 },
};

function retold(
  events: readonly JournalEvent[],
  settings = SETTINGS,
  now = LATER,
  ticks: readonly JournalTick[] = [],
) {
  return retell({ kind: "read", startedAt: START, events, ticks }, settings, now);
}

describe("a task that was at work is cancelled", () => {
  test.each<[TaskName, TaskName | undefined, boolean, string]>([
    ["health", undefined, false, "untouched"],
    ["login", "health", false, "untouched"],
    ["baseline", "login", false, "untouched"],
    ["scrape", "baseline", true, "scrape-unknown"],
    ["gate", "scrape", false, "gate-shut"],
    ["train", "gate", true, "training-unknown"],
    ["verify", "train", false, "done"],
  ])("%s", (task, before, mayBeWorking, data) => {
    const run = retold([...(before ? provedUpTo(before) : []), started(task, 3000)]);

    expect(setback(run)).toEqual({
      task,
      kind: "failed",
      failure: { code: "cancelled", mayBeWorking },
    });
    expect(run.tasks.find(({ name }) => name === task)).toMatchObject({
      startedMs: 3000,
      tookMs: LATER_MS - 3000,
    });
    expect(run.tookMs).toBe(LATER_MS);
    expect(resultOf(run)).toBe("cancelled");
    expect(dataNow(run).kind).toBe(data);
  });
});

test("between two tasks it is the next one, which had done nothing", () => {
  const run = retold(provedUpTo("gate"));

  expect(setback(run)).toMatchObject({ task: "train", failure: { mayBeWorking: false } });
  expect(dataNow(run)).toEqual({ kind: "not-trained", stored: 1000 });
});

test("before the first event it is the first task", () => {
  expect(setback(retold([]))).toMatchObject({ task: "health", failure: { code: "cancelled" } });
});

describe("a run that had proved everything is cancelled as a whole", () => {
  test.each<[Readonly<Record<string, string>>, TaskName, object]>([
    [{}, "verify", { kind: "done", stored: 1000 }],
    [{ tasks: "scrape" }, "gate", { kind: "not-trained", stored: 1000 }],
    [{ tasks: "train" }, "verify", { kind: "done", stored: 997 }],
    [{ "dry-run": "true" }, "login", { kind: "untouched" }],
  ])("with %j", (inputs, last, data) => {
    const settings = settingsWith(inputs);

    const run = retold(provedUpTo(last, settings), settings);

    expect(setback(run)).toEqual({
      kind: "failed",
      failure: { code: "cancelled", mayBeWorking: false },
    });
    expect(dataNow(run)).toEqual(data);
  });
});

test("a run that had failed, failed", () => {
  const failure = { code: "no-data", of: "records" } as const;
  const events = [
    ...provedUpTo("baseline"),
    started("scrape"),
    ended("scrape", { kind: "failed", failure }),
  ];

  const run = retold(events);

  expect(setback(run)).toEqual({ task: "scrape", kind: "failed", failure });
  expect(run.notes).toEqual([{ kind: "told-late", journal: "read" }]);
});

test("a wall clock that was set back takes no time away from what took it", () => {
  const yesterday = new Date(START.getTime() - 86_400_000);

  const run = retold(
    [started("health"), ended("health"), started("login", 2500)],
    SETTINGS,
    yesterday,
  );

  expect(run.tookMs).toBe(2500);
});

describe("of a journal that cannot be read, nothing is known", () => {
  test.each<[Readonly<Record<string, string>>, boolean, string]>([
    [{}, true, "scrape-unknown"],
    [{ tasks: "scrape" }, true, "scrape-unknown"],
    [{ tasks: "train" }, true, "training-unknown"],
    [{ "dry-run": "true" }, false, "untouched"],
  ])("with %j", (inputs, mayBeWorking, data) => {
    const run = retell({ kind: "unreadable" }, settingsWith(inputs), LATER);

    expect(setback(run)).toEqual({ kind: "failed", failure: { code: "cancelled", mayBeWorking } });
    expect(run.notes).toEqual([{ kind: "told-late", journal: "unreadable" }]);
    expect(dataNow(run).kind).toBe(data);
  });
});

describe("a run of which people have been told", () => {
  const ANNOTATED: JournalTick = { kind: "told", part: "annotations" };
  const SUMMARIZED: JournalTick = { kind: "told", part: "summary" };

  test("is as it was told, be it a success", () => {
    const run = retold(provedUpTo("verify"), SETTINGS, LATER, [ANNOTATED, SUMMARIZED]);
    expect([resultOf(run), run.notes]).toEqual(["succeeded", []]);
  });

  test("that a mistake of ours ended says so", () => {
    const failure = { code: "internal-error", detail: createDoor((text) => text)("x") } as const;
    const ticks = [
      { ...ANNOTATED, failure },
      { ...SUMMARIZED, failure },
    ];
    expect(setback(retold(provedUpTo("gate"), SETTINGS, LATER, ticks))?.failure).toEqual(failure);
  });

  test("in part only is no success", () => {
    const run = retold(provedUpTo("verify"), SETTINGS, LATER, [ANNOTATED]);
    expect(resultOf(run)).toBe("cancelled");
  });
});
