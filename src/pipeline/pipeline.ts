import type { Door } from "../text/plain.ts";
import { MIN_SECRET_CHARS } from "../text/redactor.ts";
import type { Placeless, Settings } from "../settings/settings.ts";
import type { Failure } from "./failure.ts";
import { internalError } from "./internal-error.ts";
import type { BooksApi, Clock, Heard, Ledger } from "./ports.ts";
import type { TaskName } from "./names.ts";
import { advance, newRun, setback, type Run, type RunEvent, type TaskEnd } from "./run.ts";
import {
  baseline,
  gate,
  health,
  login,
  scrape,
  train,
  verify,
  type Task,
  type TaskContext,
} from "./tasks.ts";

/** Which tasks a run is made of, in their order. */
export function planOf(settings: Placeless): readonly Task[] {
  const checks = settings.paths.health === undefined ? [login] : [health, login];
  if (settings.dryRun) {
    // A preflight looks on without what it would log in with.
    return settings.username && settings.password
      ? checks
      : checks.filter((task) => task !== login);
  }
  const last = settings.paths.features === undefined ? [train] : [train, verify];
  switch (settings.tasks) {
    case "scrape, train":
      return [...checks, baseline, scrape, gate, ...last];
    case "scrape":
      return [...checks, baseline, scrape, gate];
    case "train":
      return [...checks, baseline, ...last];
  }
}

/** A run that is about to begin. */
export function plannedRun(settings: Settings, startedAt: Date): Run {
  return newRun(
    startedAt,
    planOf(settings).map(({ name }) => name),
    settings.password.length < MIN_SECRET_CHARS ? [{ kind: "short-password" }] : [],
  );
}

/** All that a run needs from the world. */
export interface Ports {
  readonly connect: (heard: Heard) => BooksApi;
  readonly ledger: Ledger;
  /** Of the workflow run, from 1. */
  readonly attempt: number;
  readonly clock: Clock;
  /** Waits; sooner when the run is cancelled. */
  readonly pause: (ms: number) => Promise<void>;
  readonly door: Door;
  /** Told of each event right after it happened, with the run as it then is. */
  readonly listen: (event: RunEvent, run: Run) => void;
  /** Aborted when somebody cancels the run: the task at work settles at once, no other starts. */
  readonly cancelled: AbortSignal;
}

/** How long a run that is over waits for what it does not know yet of the earlier ones. */
const LAST_WORD_MS = 2_000;

/**
 * Runs the tasks one after the other until one does not prove its work; a preflight asks on. What breaks
 * is a failure of the task in which it broke; it rejects only when `listen` throws.
 */
export async function runPipeline(settings: Settings, ports: Ports): Promise<Run> {
  const { clock, pause } = ports;
  const startMs = clock.nowMs();
  const sinceStart = () => clock.nowMs() - startMs;

  let atWork: TaskName = "health";
  let run = plannedRun(settings, clock.today());
  const record = (event: RunEvent) => {
    run = advance(run, event);
    ports.listen(event, run);
  };
  const api = ports.connect({
    requestEnded: (request) =>
      record({
        kind: "request-ended",
        request: { ...request, task: atWork, endedMs: sinceStart() },
      }),
    waiting: (failure, waitMs) => record({ kind: "waiting", task: atWork, failure, waitMs }),
  });

  const ended = new AbortController();
  const recollection = ports.ledger.recall(AbortSignal.any([ports.cancelled, ended.signal]));
  const recalled = recollection.then((all) => record({ kind: "recalled", recollection: all }));
  for (const task of planOf(settings)) {
    atWork = task.name;
    record({ kind: "task-started", task: task.name, atMs: sinceStart() });
    const end = await attempt(
      task,
      { api, recollection, attempt: ports.attempt, settings, clock, pause, facts: run.facts },
      ports.door,
    );
    record({ kind: "task-ended", task: task.name, atMs: sinceStart(), end });
    const wrong = setback(run);
    if (wrong && !(settings.dryRun && isOfOneTask(wrong.failure))) break;
  }
  if (!run.recollection) await Promise.race([recalled, pause(LAST_WORD_MS)]);
  ended.abort();
  await recalled;
  return run;
}

/** Whether the next task may fare better: the API was reached, and nobody wants the run to end. */
function isOfOneTask({ code }: Failure): boolean {
  return code !== "api-unreachable" && code !== "tls-untrusted" && code !== "cancelled";
}

async function attempt(task: Task, context: TaskContext, door: Door): Promise<TaskEnd> {
  try {
    return await task.perform(context);
  } catch (error) {
    return { kind: "failed", failure: internalError(error, door) };
  }
}
