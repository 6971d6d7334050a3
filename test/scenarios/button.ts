import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Permissions } from "../../sandbox/github/access.ts";
import type { GitHub } from "../../sandbox/github/github.ts";
import { runActionOn } from "../../sandbox/github/run-action.ts";
import type { ActionOptions, ActionRun } from "../../sandbox/runner.ts";
import { startSandbox } from "../../sandbox/sandbox.ts";
import { githubOf, TOKEN } from "../sandbox/github/client.ts";
import { USER } from "./story.ts";

/** Presses of the button of preflight.yml. */

export const DOOR = resolve("action/preflight");
export const READING: Permissions = { actions: "read", contents: "read" };
export const PIPELINE = ".github/workflows/pipeline.yml";
const PREFLIGHT = { path: ".github/workflows/preflight.yml", name: "Preflight" };
/** As preflight.yml hands it over where nothing is set. */
const SHIPPED = { "failure-issue": "true" };

/** A GitHub with both shipped workflows, of which the token may read this. */
export async function shipped(
  change = (text: string) => text,
  permissions = READING,
): Promise<GitHub> {
  const github = await githubOf(permissions);
  for (const path of [PIPELINE, PREFLIGHT.path]) {
    github.store.push(path, change(await readFile(path, "utf8")));
    github.store.addWorkflow({ path, name: path });
  }
  return github;
}

/** Runs the door as a job of preflight.yml. */
export function preflight(
  github: GitHub,
  url: string,
  inputs: Readonly<Record<string, string>> = {},
  options: Partial<ActionOptions> = {},
): Promise<ActionRun> {
  return runActionOn(
    github,
    { number: 1, workflow: PREFLIGHT, job: "preflight" },
    {
      actionDir: DOOR,
      token: TOKEN,
      ...options,
      inputs: { "api-url": url, ...USER, ...SHIPPED, ...inputs },
    },
  );
}

/** An address at which an API was, and is no more. */
export async function nobodyAt(): Promise<string> {
  const { url, close } = await startSandbox();
  await close();
  return url;
}

/** `✅ Settings`, a line a check. */
export const checklist = ({ summary }: ActionRun) =>
  [...summary.matchAll(/^\| (✅|❌|⚠️|➖) \| ([^|]+) \|/gm)].map(
    ([, mark, name]) => `${mark} ${name}`,
  );

/** The root action in a workflow of its own, asked to look only. */
export function dryRun(
  github: GitHub,
  url: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  return runActionOn(
    github,
    { number: 1 },
    { token: TOKEN, inputs: { "api-url": url, ...USER, "dry-run": "true", ...SHIPPED, ...inputs } },
  );
}
