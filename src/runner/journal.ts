import { randomUUID } from "node:crypto";
import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Failure } from "../pipeline/failure.ts";
import type { RunEvent } from "../pipeline/run.ts";
import { VERSION } from "../version.ts";
import type { Environment } from "./environment.ts";
import { unlessUnwritable, type Part } from "./publish.ts";
import type { AnyStep, Step } from "./step.ts";

/** Under which the post step finds the journal's path; action/post.js looks at it, too. */
export const JOURNAL_STATE = "journal";

/** What GitHub keeps of earlier runs can be asked for again. */
export type JournalEvent = Exclude<RunEvent, { readonly kind: "recalled" }>;

/** A part of the report that is written: the post step must not write it once more. */
export interface JournalTick {
  readonly kind: "told";
  readonly part: Part;
  /** A mistake of ours that ended the run, of which no event tells. */
  readonly failure?: Failure;
}

/** The first line of a journal. */
export interface JournalHead {
  readonly version: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

/**
 * What happened in a run so far, a line of JSON each, for the post step to tell should this process be
 * killed. It holds what came through the door, and no secret.
 */
export interface Journal {
  append(line: JournalEvent | JournalTick): void;
  /** The run has been told to all, so nothing is left to the post step. */
  discard(): void;
}

const OWNER_ONLY = 0o600;

/** A journal that cannot be written is said once, and from then on does nothing. */
export function openJournal(step: Step, startedAt: Date): Journal {
  const { environment, runner } = step;
  let file: number | undefined;
  let path = "";
  let isHandedOver = false;

  const write = (line: JournalEvent | JournalTick | JournalHead) => {
    const open = file;
    if (open === undefined) return;
    const text = `${JSON.stringify(line)}\n`;
    // With a gap it would tell of another run.
    if (!unlessUnwritable("journal", step, () => writeFileSync(open, text))) discard();
  };
  const discard = () => {
    const open = file;
    if (open === undefined) return;
    file = undefined;
    // Either of the two is enough for the post step.
    unlessUnwritable("journal", step, () => {
      closeSync(open);
      rmSync(path, { force: true });
    });
    if (isHandedOver) unlessUnwritable("journal", step, () => runner.saveState(JOURNAL_STATE, ""));
  };

  unlessUnwritable("journal", step, () => {
    path = pathFor(environment);
    file = openSync(path, "ax", OWNER_ONLY);
  });
  write({ version: VERSION, startedAt: startedAt.toISOString() });
  if (file !== undefined) {
    isHandedOver = unlessUnwritable("journal", step, () => runner.saveState(JOURNAL_STATE, path));
  }
  return { append: write, discard };
}

/** What is left of a journal that has been read to its end. */
export function removeJournal(path: string, step: AnyStep): void {
  unlessUnwritable("journal", step, () => rmSync(path, { force: true }));
}

/** No two steps of the jobs on one machine meet there, those of a matrix or of a re-run included. */
function pathFor({ temp, runId, attempt, job, step }: Environment): string {
  if (temp === undefined) throw new Error("RUNNER_TEMP is not set");
  const whose = [runId ?? "run", attempt, job, step].join("-").replaceAll(/[^\w-]/g, "_");
  return join(temp, `orquestra-${whose.slice(0, 100)}-${randomUUID()}.jsonl`);
}
