import { Issues } from "./issues.ts";
import { homeRepository, type Repository } from "./repository.ts";
import { Shelves } from "./shelf.ts";
import { Runs, type RecordedRun, type Workflow, type WorkflowRun } from "./runs.ts";

/** A press of *Run workflow*, or the same through the API. */
export interface Dispatch {
  /** Of the workflow's file. */
  readonly path: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** All that this GitHub knows. It has no clock of its own: whoever plays with it moves the time. */
export class Store {
  readonly issues = new Issues();
  readonly shelves = new Shelves();
  readonly #runs = new Runs();
  readonly #blobs = new Map<string, string>();
  readonly #dispatches: Dispatch[] = [];
  readonly #files = new Map<string, string>();
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

  /** What a file holds at a commit; no other commit has it by that. */
  commit(sha: string, path: string, content: string): void {
    this.#blobs.set(`${sha}:${path}`, content);
  }

  /** @param expression a commit and a path: `5f0c2a9d:README.md` */
  fileAt(expression: string): string | undefined {
    return this.#blobs.get(expression);
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

  /** A workflow whose file has been pushed, and that has not run yet. */
  addWorkflow(workflow: RecordedRun["workflow"]): Workflow {
    return this.#runs.workflow(workflow, this.#nowMs);
  }

  /** Puts a file on the default branch. */
  push(path: string, text: string): void {
    this.#files.set(path, text);
  }

  /** What lies there on the default branch. */
  file(path: string): string | undefined {
    return this.#files.get(path);
  }

  /** Asks for a run; nothing here would start one. */
  dispatch(asked: Dispatch): void {
    this.#dispatches.push(asked);
  }

  dispatches(): readonly Dispatch[] {
    return this.#dispatches;
  }

  workflows(): readonly Workflow[] {
    return this.#runs.workflows();
  }
}
