import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { namesOfJob } from "../../src/settings/manner.ts";
import { needs } from "../../src/settings/needs.ts";
import { readReportSettings } from "../../src/settings/read-report.ts";
import { createDoor } from "../../src/text/plain.ts";

const door = createDoor((text) => text);
const text = (jobs: unknown) => JSON.stringify(jobs, null, 2);
const done = { result: "success", outputs: { run: "{}" } };

describe("needs", () => {
  test("is each job with GitHub's word for it and its output run, in their order", () => {
    const jobs = {
      train: { result: "skipped", outputs: {} },
      scrape: { result: "failure", outputs: { run: "x", other: "y" } },
      "a-b_3": { result: "cancelled" },
      constructor: done,
    };
    expect(needs(text(jobs), door)).toEqual({
      value: [
        { job: "train", result: "skipped", run: undefined },
        { job: "scrape", result: "failure", run: "x" },
        { job: "a-b_3", result: "cancelled", run: undefined },
        { job: "constructor", result: "success", run: "{}" },
      ],
    });
  });

  test.each<[string, unknown]>([
    ["is no text", { run: 7 }],
    ["is none", { run: null }],
    ["is among outputs of another shape", "none"],
    ["is among a list", ["run"]],
  ])("has no output run where that %s", (_, outputs) => {
    expect(needs(text({ scrape: { result: "success", outputs } }), door)).toEqual({
      value: [{ job: "scrape", result: "success", run: undefined }],
    });
  });

  test.each<[string, string]>([
    ["no JSON", "needs"],
    ["cut", text({ scrape: done }).slice(0, -2)],
    ["no object", text([done])],
    ["null", "null"],
    ["without a job", "{}"],
    ["with a result that GitHub does not have", text({ scrape: { result: "succeeded" } })],
    ["without a result", text({ scrape: { outputs: {} } })],
    ["with a job whose key is markup", text({ "<b>": done })],
    ["with a job whose key is a command", text({ "::error::x": done })],
    ["with a job whose key is endless", text({ ["a".repeat(200)]: done })],
  ])("that is %s is a problem", (_, wrong) => {
    expect(needs(wrong, door)).toMatchObject({
      problem: { kind: "malformed", expected: "needs" },
    });
  });

  test("takes a megabyte as it takes a line", () => {
    const run = "x".repeat(1024 * 1024);
    expect(needs(text({ scrape: { ...done, outputs: { run } } }), door)).toEqual({
      value: [{ job: "scrape", result: "success", run }],
    });
  });

  test("whatever its text is, it is read or refused", () => {
    const some = fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.jsonValue().map(text));
    fc.assert(
      fc.property(some, (any) => {
        const read = needs(any, door);
        const jobs = "problem" in read ? [] : read.value.map(({ job }) => job);
        expect(jobs.filter((job) => !/^[\w-]+$/.test(job))).toEqual([]);
      }),
    );
  });
});

test("a job is looked for under the report's name, and under the one that it has by itself", () => {
  const source = { input: () => "", workflow: "DAG", job: "report" };
  expect(namesOfJob("scrape", "books", source)).toEqual(["books/scrape", "DAG/scrape"]);
});

describe("the settings of the report", () => {
  const read = (inputs: Record<string, string>) =>
    readReportSettings(
      { input: (name) => inputs[name] ?? "", workflow: "DAG", job: "report" },
      door,
    );

  test("need no API", () => {
    expect(read({ needs: text({ scrape: done }) })).toMatchObject({
      kind: "valid",
      settings: { pipeline: "DAG/report", history: 30, needs: [{ job: "scrape" }] },
    });
  });

  test("name all that is wrong at once, and keep the jobs that are known", () => {
    expect(read({ language: "xx", history: "many" })).toMatchObject({
      kind: "invalid",
      problems: [{ input: "needs", kind: "missing" }, { input: "history" }, { input: "language" }],
    });
    expect(read({ language: "xx", needs: text({ scrape: done }) })).toMatchObject({
      kind: "invalid",
      manner: { needs: [{ job: "scrape" }], language: "en" },
    });
  });
});
