import { expect } from "@jest/globals";
import type { ActionRun } from "../../sandbox/runner.ts";
import { everythingSaid, USER } from "./story.ts";

/** A mistake whose words hold the password, as those of a parser do. */
export const MISTAKE = `new Error(${JSON.stringify(`cannot read "${USER.password}"`)})`;
export const THROW = `throw ${MISTAKE};`;

/** It is red, it says so in every place that there is, and shows no secret in any of them. */
export function expectInternalError(run: ActionRun, exitCode = 1): void {
  expect(run).toMatchObject({ exitCode, signal: null, post: { exitCode: 0 } });
  expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "internal-error" });
  expect(run.annotations[0]).toMatchObject({
    level: "error",
    title: "Orquestra: internal-error",
  });
  expect(run.annotations.filter(({ level }) => level === "error")).toHaveLength(1);
  expect(everythingSaid(run)).not.toContain(USER.password);
}
