import type { GitHub } from "../../sandbox/github/github.ts";
import { runActionOn } from "../../sandbox/github/run-action.ts";
import type { ActionRun } from "../../sandbox/runner.ts";
import type { Sandbox, SandboxOptions } from "../../sandbox/sandbox.ts";
import { githubOf, TOKEN } from "../sandbox/github/client.ts";
import { callsTo, sandboxOf, USER } from "./story.ts";

type Faults = NonNullable<SandboxOptions["faults"]>;
const HOUR_MS = 3_600_000;

/** A run whose attempts meet these faults one after the other, `hoursAgo` the first. */
export async function attempts(
  faults: readonly Faults[],
  hoursAgo = 1,
): Promise<{ readonly runs: readonly ActionRun[]; readonly sandbox: Sandbox }> {
  const [github, sandbox] = await Promise.all([githubOf(), sandboxOf()]);
  github.store.moveTo(Date.now() - hoursAgo * HOUR_MS);
  const runs: ActionRun[] = [];
  for (const [index, wrong] of faults.entries()) {
    sandbox.setFaults(wrong);
    runs.push(await attempt(github, sandbox, index + 1));
  }
  return { runs, sandbox };
}

function attempt(github: GitHub, sandbox: Sandbox, number: number): Promise<ActionRun> {
  const inputs = { "api-url": sandbox.url, ...USER };
  return runActionOn(github, { number: 1, attempt: number }, { inputs, token: TOKEN });
}

export function scrapes(sandbox: Sandbox): number {
  return callsTo(sandbox).filter((call) => call.startsWith("POST /api/v1/scrape/")).length;
}
