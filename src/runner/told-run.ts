import * as v from "valibot";
import { FAILURE_CODES } from "../pipeline/failure.ts";
import type { Account, JobEntry, Told, ToldFacts, ToldTask } from "../pipeline/joint.ts";
import { known } from "../pipeline/known.ts";
import { RESULTS, TASK_NAMES, type TaskName } from "../pipeline/names.ts";
import { instant } from "../settings/instant.ts";
import { FIRST_ISSUE } from "../text/first-issue.ts";
import { amount, count } from "./failure-schema.ts";

/** Ours has 1 KiB; a longer one is none that this action wrote. */
const MAX_CHARS = 16 * 1024;
const SECOND_MS = 1000;

const positive = v.pipe(count, v.minValue(1));
const task = v.object({
  name: v.picklist(TASK_NAMES),
  state: v.picklist(["proved", "failed", "unknown", "running", "skipped"]),
  seconds: v.exactOptional(amount),
});
/** What src/report/outputs.ts writes, as far as it is of use here. */
const members = v.object({
  attempt: positive,
  result: v.picklist(RESULTS),
  failedTask: v.exactOptional(v.picklist(TASK_NAMES)),
  failureCode: v.exactOptional(v.picklist(FAILURE_CODES)),
  startedAt: instant,
  seconds: amount,
  tasks: v.array(task),
  facts: v.object({
    countedBefore: v.exactOptional(count),
    before: v.exactOptional(count),
    reported: v.exactOptional(count),
    resumedFrom: v.exactOptional(positive),
    stored: v.exactOptional(count),
    artifacts: v.exactOptional(count),
    served: v.exactOptional(count),
  }),
});
type Members = v.InferOutput<typeof members>;
const toldRun = v.pipe(
  v.string(),
  v.maxLength(MAX_CHARS),
  v.parseJson(),
  members,
  v.check(isOneStory),
);

/**
 * What a job told of its run in its output `run`. Strict, as it is text from another job, which may have
 * put anything there: what we would not have written, or what contradicts itself, is not believed.
 *
 * @param attempt of the workflow run, from 1: none can tell of a later one
 */
export function readToldRun(text: string | undefined, attempt: number): Told | undefined {
  const read = v.safeParse(toldRun, text, FIRST_ISSUE);
  if (!read.success || read.output.attempt > attempt) return undefined;
  return { entry: entryOf(read.output), account: accountOf(read.output) };
}

/** Whether result, failure, tasks and numbers tell of one and the same run. */
function isOneStory({ result, failedTask, failureCode, tasks, facts }: Members): boolean {
  const names = new Set(tasks.map(({ name }) => name));
  if (names.size < tasks.length) return false;
  if (result !== "succeeded") {
    const failed = tasks.find(({ name }) => name === failedTask);
    const isCancelled = failureCode === "cancelled";
    return (
      failureCode !== undefined &&
      isCancelled === (result === "cancelled") &&
      (failedTask === undefined || failed?.state === "failed" || failed?.state === "unknown")
    );
  }
  return (
    failedTask === undefined &&
    failureCode === undefined &&
    tasks.length > 0 &&
    tasks.every(({ state }) => state === "proved") &&
    // What proves the work of the two that a pipeline is for.
    names.has("scrape") === (facts.reported !== undefined) &&
    names.has("train") === (facts.artifacts ?? 0) > 0
  );
}

function entryOf({ result, attempt, failedTask, failureCode, tasks, facts }: Members): JobEntry {
  const secondsOf = (wanted: TaskName) => tasks.find(({ name }) => name === wanted)?.seconds;
  return known<JobEntry>({
    result,
    attempt,
    records: facts.stored ?? facts.reported,
    before: facts.before ?? facts.countedBefore,
    scrapeSeconds: facts.resumedFrom === undefined ? secondsOf("scrape") : undefined,
    trainingSeconds: secondsOf("train"),
    artifacts: facts.artifacts,
    failed: failedTask,
    code: failureCode,
    mode: undefined,
  });
}

function accountOf({ startedAt, seconds, tasks, facts }: Members): Account {
  const { served, ...counts } = facts;
  return {
    startedAt,
    tookMs: seconds * SECOND_MS,
    tasks: tasks.map(({ name, state, seconds: took }): ToldTask => ({
      name,
      state: state === "skipped" ? "waiting" : state,
      ...(took === undefined ? {} : { tookMs: took * SECOND_MS }),
    })),
    facts: {
      ...counts,
      ...(served === undefined ? {} : { served: { kind: "counted", records: served } }),
    } satisfies ToldFacts,
  };
}
