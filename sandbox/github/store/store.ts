import { Issues } from "./issues.ts";
import { homeRepository, type Repository } from "./repository.ts";
import { Runs, type RecordedRun, type Workflow, type WorkflowRun } from "./runs.ts";

/** All that this GitHub knows. It has no clock of its own: whoever plays with it moves the time. */
export class Store {
  readonly issues = new Issues();
  readonly #runs = new Runs();
  #repository: Repository;
  #nowMs: number;

  constructor(nowMs: number) {
    this.#nowMs = nowMs;
    this.#repository = homeRepository(nowMs);
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  moveTo(nowMs: number): void {
    this.#nowMs = nowMs;
  }

  get repository(): Repository {
    return this.#repository;
  }

  /** What a person changes in the repository's settings, or by a push. */
  change(change: Partial<Repository>): void {
    this.#repository = { ...this.#repository, ...change };
  }

  /** Adds one attempt of a run, or replaces what was known of it. */
  record(run: RecordedRun): WorkflowRun {
    return this.#runs.record(run);
  }

  setWorkflowState(path: string, state: Workflow["state"]): void {
    this.#runs.setWorkflowState(path, state);
  }

  /** The runs that retention has left, newest first. */
  runs(): readonly WorkflowRun[] {
    return this.#runs
      .kept(this.#nowMs, this.#repository.retentionDays)
      .toSorted((a, b) => b.createdAtMs - a.createdAtMs || b.id - a.id);
  }

  run(id: number): WorkflowRun | undefined {
    return this.runs().find((run) => run.id === id);
  }

  workflows(): readonly Workflow[] {
    return this.#runs.workflows();
  }
}
