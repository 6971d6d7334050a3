import { known } from "../pipeline/known.ts";
import type { LedgerEntry } from "../pipeline/ledger.ts";
import type { TaskName } from "../pipeline/names.ts";
import { setback, type Run } from "../pipeline/run.ts";
import { storyResult, type Story } from "./story.ts";

/** What this run leaves to the next ones. */
export function ledgerEntryOf(story: Story): LedgerEntry {
  const { run, pipeline, attempt, isPreflight } = story;
  const { facts } = run;
  const wrong = setback(run);
  return known<LedgerEntry>({
    result: storyResult(story),
    pipeline,
    attempt,
    records: facts.stored ?? facts.reported,
    before: facts.before ?? facts.countedBefore,
    scrapeSeconds: secondsOf(run, "scrape"),
    trainingSeconds: secondsOf(run, "train"),
    artifacts: facts.artifacts?.length,
    failed: wrong?.task,
    code: wrong?.failure.code,
    mode: isPreflight ? "preflight" : undefined,
  });
}

/** Undefined while the task has not ended, and for a scrape that was not repeated. */
export function secondsOf(run: Run, name: TaskName): number | undefined {
  if (name === "scrape" && run.facts.resumedFrom !== undefined) return undefined;
  const task = run.tasks.find((candidate) => candidate.name === name);
  return task && "tookMs" in task ? task.tookMs / 1000 : undefined;
}
