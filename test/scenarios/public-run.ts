import { expect } from "@jest/globals";
import type { ActionRun, RunEvent } from "../../sandbox/runner.ts";
import { nobodyAt } from "./button.ts";
import { runAgainst } from "./story.ts";

/** Runs of repositories that everybody can read, or nobody else. */

/** As GitHub's webhooks describe the repository of a run. */
export function runOf(repository: object): RunEvent {
  return { name: "schedule", payload: { schedule: "17 6 * * *", repository } };
}
export const PUBLIC = runOf({ private: false, visibility: "public" });
export const PRIVATE = runOf({ private: true, visibility: "private" });

/** A run that finds nobody at the address of its API, and that address. */
export async function refused(
  event: RunEvent,
  inputs: Readonly<Record<string, string>> = {},
): Promise<{ readonly run: ActionRun; readonly address: string; readonly port: string }> {
  const url = await nobodyAt();
  const { port } = new URL(url);
  const run = await runAgainst(url, { "warm-up": "1s", ...inputs }, { event });
  expect(run.outputs["failure-code"]).toBe("api-unreachable");
  return { run, address: `127.0.0.1:${port}`, port };
}
