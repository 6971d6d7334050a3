import { describe, expect, test } from "@jest/globals";
import type { ActionRun } from "../../sandbox/runner.ts";
import { beforeBundle, onceLogged, whileLogging } from "../scenarios/sabotage.ts";
import { callsTo, everythingSaid, runAgainst, sandboxOf, USER } from "../scenarios/story.ts";

/** A mistake whose words hold the password, as those of a parser do. */
const MISTAKE = `new Error(${JSON.stringify(`cannot read "${USER.password}"`)})`;
const THROW = `throw ${MISTAKE};`;

/** It is red, it says so in every place that there is, and shows no secret in any of them. */
function expectInternalError(run: ActionRun, exitCode = 1): void {
  expect(run).toMatchObject({ exitCode, signal: null, post: { exitCode: 0 } });
  expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "internal-error" });
  expect(run.annotations[0]).toMatchObject({
    level: "error",
    title: "Orquestra: internal-error",
  });
  expect(run.annotations.filter(({ level }) => level === "error")).toHaveLength(1);
  expect(everythingSaid(run)).not.toContain(USER.password);
}

describe("what breaks outside of the tasks", () => {
  test.each([
    ["is thrown", THROW],
    ["is rejected, and nobody takes it", `Promise.reject(${MISTAKE});`],
  ])("%s while the scrape is at work: all is told at once", async (_, code) => {
    const sandbox = await sandboxOf({ faults: ["slow-answers:30"] });

    const run = await runAgainst(sandbox.url, {}, { env: onceLogged("Scrape …", code) });

    expectInternalError(run);
    expect(run.summary.startsWith("## ❌ Orquestra itself made a mistake\n")).toBe(true);
    expect(run.summary).toContain("cannot read");
    expect(run.summary).toContain("The API may still be at work");
    expect(run.annotations.at(-1)?.message).toContain("code=internal-error");
    expect(callsTo(sandbox).filter((call) => call.includes("training"))).toEqual([]);
  });

  test("in a line of the log: no task goes on that nobody could follow", async () => {
    const sandbox = await sandboxOf();

    const run = await runAgainst(sandbox.url, {}, { env: whileLogging("Scrape …", THROW) });

    expectInternalError(run);
    expect(run.summary).toContain("cannot read");
    expect(callsTo(sandbox).at(-1)).toBe("GET /api/v1/stats/overview 200");
  });
});

describe("a mistake in the report", () => {
  test("of what only a good day says: what was done is told all the same", async () => {
    const sandbox = await sandboxOf();
    // Asked for by "20 more books than before".
    const code = `Math.abs = () => { ${THROW} };`;

    const run = await runAgainst(sandbox.url, {}, { env: onceLogged("Verify …", code) });

    expectInternalError(run);
    expect(run.outputs["records"]).toBe("20");
    expect(run.summary).toContain("cannot read");
    expect(run.summary).toContain("the table holds 20 books");
    expect(run.summary).toContain("The model is new.");
  });

  test("about what happened: it is told without that", async () => {
    const sandbox = await sandboxOf();
    // The seconds of the scrape are written so; of the settings, only a percentage is.
    const code = `Number.prototype.toFixed = function () { if (this < 50) ${THROW} return "50.0"; };`;

    const run = await runAgainst(sandbox.url, {}, { env: onceLogged("Verify …", code) });

    expectInternalError(run);
    expect(run.summary.startsWith("## ❌ Orquestra itself made a mistake\n")).toBe(true);
    expect(run.summary).toContain("cannot read");
  });

  test("about anything at all: the error is told in bare words", async () => {
    const sandbox = await sandboxOf();
    const code = `Date.prototype.toISOString = () => { ${THROW} };`;

    const run = await runAgainst(sandbox.url, {}, { env: onceLogged("Verify …", code) });

    expectInternalError(run);
    expect(run.outputs).toEqual({ result: "failed", "failure-code": "internal-error" });
    expect(run.annotations[0]?.message).toContain("cannot read");
    expect(run.summary).toMatch(/^## ❌ Orquestra: internal-error\n\n`Error: cannot read /);
  });
});

test("a mistake before anything is known is told, and nothing is sent", async () => {
  const sandbox = await sandboxOf();
  const code = `URL.parse = () => { ${THROW} };`;

  const run = await runAgainst(sandbox.url, {}, { env: beforeBundle(code) });

  expect(run.exitCode).toBe(1);
  expect(run.annotations).toMatchObject([{ level: "error", title: "Orquestra: internal-error" }]);
  expect(everythingSaid(run)).not.toContain(USER.password);
  expect(callsTo(sandbox)).toEqual([]);
});

test("a promise that never settles ends with Node's own code for it, and is told", async () => {
  const sandbox = await sandboxOf();
  const code = `
    import { Socket } from "node:net";
    Socket.prototype.connect = function () { return this; };
    globalThis.setTimeout = () => undefined;`;

  const run = await runAgainst(sandbox.url, {}, { env: beforeBundle(code) });

  expectInternalError(run, 13);
  expect(run.summary).toContain("something never settled");
});

test("a stray mistake after the report makes a green step red", async () => {
  const sandbox = await sandboxOf();

  const code = `queueMicrotask(() => { ${THROW} });`;

  const run = await runAgainst(sandbox.url, {}, { env: whileLogging("::notice", code) });

  expect(run).toMatchObject({ exitCode: 1, outputs: { result: "succeeded" } });
  expect(run.annotations.map(({ title }) => title)).toEqual([
    "Orquestra: succeeded",
    "Orquestra: internal-error",
  ]);
  expect(everythingSaid(run)).not.toContain(USER.password);
});
