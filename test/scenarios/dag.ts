import { join } from "node:path";
import type { Permissions } from "../../sandbox/github/access.ts";
import type { GitHub } from "../../sandbox/github/github.ts";
import { runActionOn, type Place } from "../../sandbox/github/run-action.ts";
import { jobOf, type Job } from "../../sandbox/github/store/job.ts";
import type { ActionOptions, ActionRun } from "../../sandbox/runner.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { SandboxOptions } from "../../sandbox/sandbox.ts";
import { githubOf, READING, TOKEN } from "../sandbox/github/client.ts";
import { sandboxOf, USER } from "./story.ts";

/** A run of dag.yml: a job for each door, one after the other, as GitHub would start them. */

export const WORKFLOW = { path: ".github/workflows/dag.yml", name: "DAG" };

/** A GitHub and a sandbox that end with the test. */
export async function worldOf(
  faults: NonNullable<SandboxOptions["faults"]> = [],
  permissions: Permissions = READING,
): Promise<{ readonly github: GitHub; readonly sandbox: Sandbox }> {
  const [github, sandbox] = await Promise.all([githubOf(permissions), sandboxOf({ faults })]);
  return { github, sandbox };
}

export function headline({ summary }: Pick<ActionRun, "summary">): string | undefined {
  return summary.split("\n")[0];
}

export interface Dag {
  readonly scrape: ActionRun | undefined;
  readonly train: ActionRun | undefined;
  readonly report: ActionRun;
}

type Inputs = Readonly<Record<string, string>>;

interface DagOptions {
  readonly attempt?: number;
  /** What the attempt before came to: jobs that succeeded are carried over, as *Re-run failed jobs* does. */
  readonly before?: Dag;
  /** Of the report. */
  readonly inputs?: Inputs;
  /** Of the report's process. */
  readonly options?: Partial<ActionOptions>;
  /** What GitHub does to the outputs of the jobs on their way. */
  readonly handOn?: (needs: Needs) => unknown;
}

export type Needs = Readonly<Record<string, { readonly result: string; readonly outputs: Inputs }>>;

/** Plays run `number` of the workflow, and whatever becomes of its jobs, its report. */
export async function playDag(
  github: GitHub,
  sandbox: Sandbox,
  number: number,
  { attempt = 1, before, inputs = {}, options = {}, handOn = (needs) => needs }: DagOptions = {},
): Promise<Dag> {
  const jobs: Job[] = [];
  const place: Place = { number, attempt, workflow: WORKFLOW };
  const api = { "api-url": sandbox.url, ...USER };

  async function work(name: "scrape" | "train"): Promise<ActionRun> {
    const carried = before?.[name];
    if (carried?.outcome === "success") {
      jobs.push({ kind: "carried-over", name });
      return carried;
    }
    const startedAtMs = github.store.nowMs;
    const run = await runDoor(github, name, { ...place, beside: [...jobs] }, api);
    jobs.push(jobOf(name, run, startedAtMs));
    return run;
  }

  const scrape = await work("scrape");
  const train = scrape.outcome === "success" ? await work("train") : undefined;
  const needs = handOn({ scrape: needOf(scrape), train: needOf(train) });
  const report = await runDoor(
    github,
    "report",
    { ...place, beside: jobs },
    { needs: JSON.stringify(needs, null, 2), ...inputs },
    options,
  );
  return { scrape, train, report };
}

/** A job that uses one door of the action. */
export async function runDoor(
  github: GitHub,
  door: "scrape" | "train" | "report",
  place: Place,
  inputs: Inputs,
  options: Partial<ActionOptions> = {},
): Promise<ActionRun> {
  const actionDir = join(process.cwd(), "action", door);
  return runActionOn(
    github,
    { ...place, job: door },
    { token: TOKEN, ...options, actionDir, inputs },
  );
}

function needOf(run: ActionRun | undefined): Needs[string] {
  if (!run) return { result: "skipped", outputs: {} };
  const { run: told } = run.outputs;
  return { result: run.outcome, outputs: told === undefined ? {} : { run: told } };
}

/** As GitHub hands on outputs that hold a masked value. */
export function dropped(needs: Needs): Needs {
  return Object.fromEntries(
    Object.entries(needs).map(([job, need]) => [job, { ...need, outputs: {} }]),
  );
}

/** The report alone, of jobs that never were. */
export async function reportOn(needs: string, inputs: Inputs = {}): Promise<ActionRun> {
  return runDoor(await githubOf(), "report", { number: 1 }, { needs, ...inputs });
}

/** What a good scrape tells in its output. */
export const TOLD = {
  version: "1.0.0",
  attempt: 1,
  result: "succeeded",
  startedAt: "2026-11-22T09:21:00.000Z",
  seconds: 62,
  tasks: [{ name: "scrape", state: "proved", seconds: 62 }],
  facts: { reported: 20 },
};

/** `toJSON(needs)` of one job that told this. */
export function needing(run: unknown, result = "success"): string {
  const told = typeof run === "string" ? run : JSON.stringify(run);
  return JSON.stringify({ scrape: { result, outputs: { run: told } } });
}
