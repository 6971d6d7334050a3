import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ledgerEntryOf } from "../../src/report/ledger-entry.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { readToldRun } from "../../src/runner/told-run.ts";
import type { Run } from "../../src/pipeline/run.ts";
import {
  GOOD,
  LOST,
  played,
  RESUMED,
  SHUT,
  STARTED,
  storyOf,
  UNREACHABLE,
} from "../report/stories.ts";

const runOf = (run: Run, attempt = 1) => outputsOf(storyOf(run, { attempt })).run;

describe("the output run", () => {
  test.each([
    ["a good day", played(GOOD)],
    ["a shut gate", played(SHUT)],
    ["a lost answer", played(LOST)],
    ["an API out of reach", played(UNREACHABLE)],
  ])("of %s tells what the ledger's line would", (_, run) => {
    const { pipeline: __, ...entry } = ledgerEntryOf(storyOf(run));
    const told = readToldRun(runOf(run), 1);

    expect(told?.entry).toEqual(entry);
    expect(told?.account).toMatchObject({ startedAt: STARTED, facts: {} });
    expect(told?.account?.tasks.map(({ name, state }) => [name, state])).toEqual(
      run.tasks.map(({ name, state }) => [name, state]),
    );
  });

  test("of a scrape that was not repeated has no time of it, and the attempt that did it", () => {
    const told = readToldRun(runOf(played(RESUMED), 2), 2);
    expect(told?.entry).toMatchObject({ attempt: 2, records: 1000 });
    expect(told?.entry).not.toHaveProperty("scrapeSeconds");
    expect(told?.account?.facts).toMatchObject({ reported: 1000, resumedFrom: 1 });
  });

  test("of a cancelled run is one", () => {
    const run: Run = {
      ...played(GOOD.slice(0, 3)),
      failure: { code: "cancelled", mayBeWorking: true },
    };
    expect(readToldRun(runOf(run), 1)?.entry).toMatchObject({
      result: "cancelled",
      code: "cancelled",
    });
  });

  test("of an attempt to come is not believed", () => {
    expect(readToldRun(runOf(played(GOOD), 3), 2)).toBeUndefined();
    expect(readToldRun(runOf(played(GOOD), 3), 3)).toBeDefined();
  });
});

describe("what we would not have written is not believed", () => {
  const good = JSON.parse(runOf(played(GOOD))) as Record<string, unknown> & {
    readonly tasks: readonly object[];
    readonly facts: object;
  };
  const bad = JSON.parse(runOf(played(SHUT))) as typeof good;
  const { startedAt: _, ...undated } = good;

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["no JSON", "run"],
    ["half a line", JSON.stringify(good).slice(0, -9)],
    ["a literal expression, as act leaves it", "${{ steps.orquestra.outputs.run }}"],
    ["another shape", []],
    ["a result that is none", { ...good, result: "green" }],
    ["a failure code that is none", { ...bad, failureCode: "<b>" }],
    ["a task that is none", { ...good, tasks: [{ name: "deploy", state: "proved" }] }],
    ["no time", undated],
    ["a time that is none", { ...good, startedAt: "2026-11-22T09:21:00+05" }],
    ["an attempt that is none", { ...good, attempt: 0 }],
    ["a count that is none", { ...good, facts: { ...good.facts, stored: -1 } }],
    ["a time that no clock has", JSON.stringify({ ...good, seconds: 9 }).replace(":9,", ":9e400,")],
    ["success without tasks", { ...good, tasks: [] }],
    [
      "success with a task that did not run",
      { ...good, tasks: [...good.tasks.slice(1), { name: "health", state: "skipped" }] },
    ],
    [
      "success with a task told twice",
      { ...good, tasks: [...good.tasks, ...good.tasks.slice(0, 1)] },
    ],
    ["success with a failure", { ...good, failureCode: "no-data", failedTask: "scrape" }],
    ["a scrape without records", { ...good, facts: { ...good.facts, reported: undefined } }],
    [
      "records without a scrape",
      { ...good, tasks: good.tasks.filter((_task, index) => index !== 3) },
    ],
    ["a training without artifacts", { ...good, facts: { ...good.facts, artifacts: 0 } }],
    ["a failure without its code", { ...bad, failureCode: undefined }],
    ["a failure in a task that did its work", { ...bad, failedTask: "scrape" }],
    ["a failure that says it was cancelled", { ...bad, failureCode: "cancelled" }],
    ["more than ours has", { ...good, more: "x".repeat(16 * 1024) }],
  ])("%s", (_name, forged) => {
    const text =
      typeof forged === "string" || forged === undefined ? forged : JSON.stringify(forged);
    expect(readToldRun(text, 1)).toBeUndefined();
    expect(readToldRun(JSON.stringify(good), 1)).toBeDefined();
  });

  test("no text whatever makes it throw, or takes long", () => {
    const nested = fc.constantFrom("[".repeat(15_000), '{"a":'.repeat(3_000), "9".repeat(16_000));
    const changed = fc
      .tuple(fc.constantFrom(...Object.keys(good)), fc.jsonValue())
      .map(([key, value]) => JSON.stringify({ ...good, [key]: value }));
    fc.assert(
      fc.property(fc.oneof(nested, changed, fc.json(), fc.string({ unit: "binary" })), (text) => {
        const told = readToldRun(text, 1);
        expect(told?.entry.attempt ?? 1).toBe(1);
      }),
      { numRuns: 150 },
    );
  });
});
