import type { Annotation } from "../../runner.ts";
import type { Conclusion, Job, Step } from "./job.ts";
import { conclusionOf } from "./conclusion.ts";

/** A workflow file, as far as GitHub knows it. */
export interface Workflow {
  readonly id: number;
  /** `.github/workflows/pipeline.yml` */
  readonly path: string;
  readonly name: string;
  readonly createdAtMs: number;
  readonly state:
    | "active"
    | "deleted"
    | "disabled_fork"
    | "disabled_inactivity"
    | "disabled_manually";
}

/** One attempt of a run, as it stands: while it is at work, and again once it has ended. */
export interface RecordedRun {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  readonly workflow: Pick<Workflow, "path" | "name">;
  readonly event: string;
  readonly branch: string;
  readonly sha: string;
  /** When the run was made, which is the same for all of its attempts. */
  readonly createdAtMs: number;
  /** When this attempt began. */
  readonly startedAtMs: number;
  readonly jobs: readonly Job[];
}

/** A job of an attempt, as the checks know it. */
export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly attempt: number;
  /** Null while it waits. */
  readonly startedAtMs: number | null;
  /** Null, as is the conclusion, until it has ended. */
  readonly completedAtMs: number | null;
  readonly conclusion: Conclusion | null;
  readonly annotations: readonly Annotation[];
  readonly steps: readonly Step[];
}

/** A run with its newest attempt, and the check runs of all attempts, oldest first. */
export interface WorkflowRun extends Omit<RecordedRun, "workflow" | "jobs"> {
  readonly workflowId: number;
  readonly suiteId: number;
  readonly updatedAtMs: number;
  readonly conclusion: Conclusion | null;
  readonly checkRuns: readonly CheckRun[];
}

/** GitHub keeps this many annotations of a job, whatever its steps have. */
export const MAX_ANNOTATIONS = 50;
const DAY_MS = 86_400_000;
/** As long as real ones: over 32 bits. */
const FIRST_CHECK_ID = 48_211_930_001;
const FIRST_WORKFLOW_ID = 141_250_311;

/** The runs of all workflows, each with one check suite for all of its attempts. */
export class Runs {
  readonly #runs = new Map<number, WorkflowRun>();
  readonly #workflows = new Map<string, Workflow>();
  #nextId = FIRST_CHECK_ID;

  /** Adds an attempt, or replaces what was known of it. Returns the run as it then is. */
  record(recorded: RecordedRun): WorkflowRun {
    const { workflow, jobs, ...run } = recorded;
    const known = this.#runs.get(run.id);
    const checkRuns = [
      ...(known?.checkRuns ?? []).filter(({ attempt }) => attempt !== run.attempt),
      ...jobs.map((job) => this.#checkRunOf(job, run.attempt, known?.checkRuns ?? [])),
    ];
    const ofAttempt = checkRuns.filter(({ attempt }) => attempt === run.attempt);
    const times = ofAttempt.map((check) => check.completedAtMs ?? check.startedAtMs ?? 0);
    const whole: WorkflowRun = {
      ...run,
      workflowId: this.workflow(workflow, run.createdAtMs).id,
      suiteId: known?.suiteId ?? this.#nextId++,
      updatedAtMs: Math.max(run.startedAtMs, ...times),
      conclusion: conclusionOf(ofAttempt.map(({ conclusion }) => conclusion)),
      checkRuns,
    };
    this.#runs.set(run.id, whole);
    return whole;
  }

  /** All that are not older than the retention, in no order that counts. */
  kept(nowMs: number, retentionDays: number): readonly WorkflowRun[] {
    const horizonMs = nowMs - retentionDays * DAY_MS;
    return [...this.#runs.values()].filter(({ createdAtMs }) => createdAtMs >= horizonMs);
  }

  workflows(): readonly Workflow[] {
    return [...this.#workflows.values()];
  }

  /** What GitHub, or a person in its settings, does to a workflow. */
  setWorkflowState(path: string, state: Workflow["state"]): void {
    const workflow = this.#workflows.get(path);
    if (workflow === undefined) throw new Error(`no run of ${path} was recorded`);
    this.#workflows.set(path, { ...workflow, state });
  }

  /** A workflow by its file, known from now on. */
  workflow({ path, name }: RecordedRun["workflow"], atMs: number): Workflow {
    const known = this.#workflows.get(path);
    const id = known?.id ?? FIRST_WORKFLOW_ID + this.#workflows.size;
    const workflow: Workflow = { createdAtMs: atMs, state: "active", ...known, id, path, name };
    this.#workflows.set(path, workflow);
    return workflow;
  }

  #checkRunOf(job: Job, attempt: number, known: readonly CheckRun[]): CheckRun {
    const { name } = job;
    const same = known.find((check) => check.name === name && check.attempt === attempt);
    const id = same?.id ?? this.#nextId++;
    switch (job.kind) {
      case "finished": {
        const { kind: _, ...rest } = job;
        return { ...rest, id, attempt, annotations: job.annotations.slice(0, MAX_ANNOTATIONS) };
      }
      case "running":
        return { ...unfinished(job.startedAtMs), id, name, attempt };
      case "queued":
        return { ...unfinished(null), id, name, attempt };
      case "carried-over": {
        const before = known.findLast((check) => check.name === name && check.attempt < attempt);
        if (before === undefined) throw new Error(`no earlier attempt had a job ${name}`);
        // Seen on GitHub (github.com/bobmatnyc/trusty-tools/issues/6113): an id of its own, no annotations.
        return { ...before, id, attempt, annotations: [] };
      }
    }
  }
}

function unfinished(startedAtMs: number | null) {
  return { startedAtMs, completedAtMs: null, conclusion: null, annotations: [], steps: [] };
}
