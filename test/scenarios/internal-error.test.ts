import { describe, expect, test } from "@jest/globals";
import { expectInternalError, THROW } from "./mistakes.ts";
import { beforeBundle, onceLogged } from "./sabotage.ts";
import { runAgainst, sandboxOf } from "./story.ts";

describe("a mistake in the report", () => {
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
