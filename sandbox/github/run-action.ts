import { runAction, type ActionOptions, type ActionRun } from "../runner.ts";
import { MANUAL_RUN, SERVER_URL, SHA, WORKFLOW_PATH } from "../runner/environment.ts";
import type { GitHub } from "./github.ts";
import { jobOf, type Job } from "./store/job.ts";
import { fullName } from "./store/repository.ts";
import type { RecordedRun } from "./store/runs.ts";

/** Which run of which workflow an action is a job of. */
export interface Place {
  /** Counts the runs of one workflow. */
  readonly number: number;
  /** Follows from the number unless given, as two workflows count apart. */
  readonly id?: number;
  readonly attempt?: number;
  readonly workflow?: RecordedRun["workflow"];
  readonly job?: string;
  /** The other jobs of this attempt, as they stand; none unless given. */
  readonly beside?: readonly Job[];
}

/** The runner's own example is run 108 of its workflow. */
const ID_BEFORE_FIRST = 16_588_214_822;

/**
 * Runs an action as a job of a run that GitHub knows: at work while it runs, and afterwards with all
 * that it left. GitHub's time moves on by as long as it took.
 */
export async function runActionOn(
  github: GitHub,
  place: Place,
  options: ActionOptions,
): Promise<ActionRun> {
  const { store } = github;
  const startedAtMs = store.nowMs;
  const { job = "pipeline", beside = [] } = place;
  const known = attemptAt(place, options, startedAtMs);
  const createdAtMs = store.run(known.id)?.createdAtMs ?? startedAtMs;
  const record = (state: Job) => store.record({ ...known, createdAtMs, jobs: [...beside, state] });

  record({ kind: "running", name: job, startedAtMs });
  const run = await runAction({
    ...options,
    attempt: known.attempt,
    env: { ...environmentOf(known, github), GITHUB_JOB: job, ...options.env },
  });
  const conclusion = options.signal?.aborted ? "cancelled" : run.outcome;
  record(jobOf(job, run, startedAtMs, conclusion));
  store.moveTo(startedAtMs + run.durationMs);
  return run;
}

function attemptAt(place: Place, options: ActionOptions, startedAtMs: number) {
  return {
    id: place.id ?? ID_BEFORE_FIRST + place.number,
    number: place.number,
    attempt: place.attempt ?? 1,
    workflow: place.workflow ?? { path: WORKFLOW_PATH, name: "daily" },
    event: (options.event ?? MANUAL_RUN).name,
    branch: "main",
    sha: SHA,
    startedAtMs,
  } satisfies Partial<RecordedRun>;
}

/** What tells a job where it is, and where GitHub is. */
function environmentOf(run: ReturnType<typeof attemptAt>, { url, store }: GitHub) {
  const { repository } = store;
  return {
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_SERVER_URL: SERVER_URL,
    GITHUB_RETENTION_DAYS: String(repository.retentionDays),
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.number),
    GITHUB_WORKFLOW: run.workflow.name,
    GITHUB_WORKFLOW_REF: `${fullName(repository)}/${run.workflow.path}@refs/heads/${run.branch}`,
  };
}
