import { join } from "node:path";
import type { GitHub } from "../../sandbox/github/github.ts";
import { runActionOn } from "../../sandbox/github/run-action.ts";
import type { Job } from "../../sandbox/github/store/job.ts";
import type { ActionOptions, ActionRun } from "../../sandbox/runner.ts";
import type { listenerThat } from "./listener.ts";
import { USER } from "./story.ts";
import { githubOf, jobWith, notice, READING, runOf, TOKEN } from "../sandbox/github/client.ts";

/** Runs of pipeline.yml, told by how many hours ago they were, and a watch that looks at them now. */

export const HOUR_MS = 3_600_000;
export const PIPELINE = { path: ".github/workflows/pipeline.yml", name: "Pipeline" };
const WATCH = { path: ".github/workflows/watch.yml", name: "Watch" };

/** What a run was, and how many hours ago. */
type Was = readonly [hoursAgo: number, ...jobs: readonly ((startedAtMs: number) => Job)[]];

/** A GitHub on which a job may write issues, too. */
export async function githubWith(...runs: readonly Was[]): Promise<GitHub> {
  const github = await githubOf({ ...READING, issues: "write" });
  const { store } = github;
  store.moveTo(Date.now());
  store.addWorkflow(PIPELINE);
  runs.forEach(([hoursAgo, ...jobs], index) => {
    const startedAtMs = store.nowMs - hoursAgo * HOUR_MS;
    const number = runs.length - index;
    store.record(
      runOf(number, {
        workflow: PIPELINE,
        createdAtMs: startedAtMs,
        startedAtMs,
        jobs: jobs.map((job) => job(startedAtMs)),
      }),
    );
  });
  return github;
}

export const ended =
  (result: "succeeded" | "failed", pipeline = "Pipeline/pipeline", more = "") =>
  (startedAtMs: number): Job =>
    jobWith([notice(`Orquestra: ${result}`, `v=1 pipeline="${pipeline}" attempt=1${more}`)], {
      name: pipeline,
      startedAtMs,
      conclusion: result === "succeeded" ? "success" : "failure",
    });
export const good = ended("succeeded", undefined, " records=1000");
export const bad = ended("failed", undefined, " failed=health code=api-unreachable");
export const cancelled = (startedAtMs: number): Job =>
  jobWith([], { startedAtMs, conclusion: "cancelled" });

/** Lets the watch look, as a run of its own workflow. */
export function watch(
  github: GitHub,
  inputs: Readonly<Record<string, string>> = {},
  options: Partial<ActionOptions> = {},
): Promise<ActionRun> {
  const number = github.store.runs().filter(({ id }) => id >= FIRST_WATCH).length + 1;
  return runActionOn(
    github,
    { number, id: FIRST_WATCH + number, workflow: WATCH, job: "watch" },
    { actionDir: join(process.cwd(), "action/watch"), token: TOKEN, ...options, inputs },
  );
}
const FIRST_WATCH = 20_000_000_000;

export const ISSUE = { "failure-issue": "true" };

/** A run of the pipeline now, on the API at `url`; on a machine whose clock says that it is earlier. */
export async function runPipeline(
  github: GitHub,
  url: string,
  inputs: Readonly<Record<string, string>> = {},
  hoursAgo = 0,
): Promise<ActionRun> {
  const clock = new URL("../../sandbox/month/wall-clock.js", import.meta.url).href;
  return runActionOn(
    github,
    { number: 500, id: 8_000_000_000, workflow: PIPELINE },
    {
      inputs: { "api-url": url, ...USER, ...ISSUE, ...inputs },
      token: TOKEN,
      env: {
        NODE_OPTIONS: `--import=${clock}`,
        SANDBOX_CLOCK_SHIFT_MS: String(-hoursAgo * HOUR_MS),
      },
    },
  );
}

export const newsIn = ({ heard }: Awaited<ReturnType<typeof listenerThat>>) =>
  heard.map(({ body }) => JSON.parse(body) as Readonly<Record<string, unknown>>);
export const statesOf = ({ store }: GitHub) => store.issues.list().map(({ state }) => state);
