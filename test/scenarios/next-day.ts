import type { GitHub } from "../../sandbox/github/github.ts";
import { runActionOn } from "../../sandbox/github/run-action.ts";
import type { ActionOptions, ActionRun } from "../../sandbox/runner.ts";
import { DAY_MS, TOKEN } from "../sandbox/github/client.ts";
import { USER } from "./story.ts";

/** The run of the next day, on a GitHub that remembers the days before. */
export async function nextDay(
  github: GitHub,
  apiUrl: string,
  inputs: Readonly<Record<string, string>> = {},
  options: Partial<ActionOptions> = {},
): Promise<ActionRun> {
  github.store.moveTo(github.store.nowMs + DAY_MS);
  const number = github.store.runs().length + 1;
  const all = { "api-url": apiUrl, ...USER, ...inputs };
  return runActionOn(github, { number }, { token: TOKEN, ...options, inputs: all });
}
