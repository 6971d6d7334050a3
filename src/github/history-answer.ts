import * as v from "valibot";
import { isUnheardNews } from "../alerts/unheard.ts";
import type { EarlierAttempt, History, PastRun } from "../pipeline/history.ts";
import { parseLedger } from "../pipeline/ledger.ts";
import type { Result } from "../pipeline/names.ts";
import type { Starts } from "./calendar.ts";
import { instant } from "../settings/instant.ts";

/** GraphQL puts null in the place of what could not be read: that is passed over, the rest counts. */
export const nodes = <T extends v.GenericSchema>(node: T) =>
  v.nullable(v.object({ nodes: v.nullable(v.array(v.nullable(node))) }));

const annotation = v.object({
  title: v.nullable(v.string()),
  message: v.string(),
  annotationLevel: v.nullable(v.string()),
});
export type Annotation = v.InferOutput<typeof annotation>;
const checkRun = v.object({
  databaseId: v.nullable(v.number()),
  startedAt: v.nullable(instant),
  completedAt: v.nullable(instant),
  annotations: nodes(annotation),
});
/** The newest ones, and how many there are. */
const checkRuns = v.nullable(
  v.object({ totalCount: v.number(), nodes: v.nullable(v.array(v.nullable(checkRun))) }),
);
export const workflowRun = v.object({
  databaseId: v.nullable(v.number()),
  runNumber: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  url: v.pipe(v.string(), v.url()),
  event: v.string(),
  createdAt: instant,
  checkSuite: v.nullable(
    v.object({
      status: v.string(),
      conclusion: v.nullable(v.string()),
      updatedAt: instant,
      checkRuns,
    }),
  ),
});
export const historyAnswer = v.object({
  run: v.nullable(
    v.object({
      createdAt: instant,
      checkSuite: v.nullable(
        v.object({
          repository: v.object({ visibility: v.string(), pushedAt: v.nullable(instant) }),
          checkRuns,
        }),
      ),
      workflow: v.object({ runs: nodes(workflowRun) }),
    }),
  ),
});
export type HistoryAnswer = v.InferOutput<typeof historyAnswer>;
export type WorkflowRun = v.InferOutput<typeof workflowRun>;

/** Whose lines are looked for. */
export interface Identity {
  readonly pipeline: string;
  /** The names under which the jobs tell that it is made of; none where it is one job. */
  readonly parts: readonly string[];
}

/** What one pipeline left in the runs of this workflow. */
export function historyOf({ run }: HistoryAnswer, runId: number, identity: Identity): History {
  const others = listOf(run?.workflow.runs).filter(
    (one) => one.databaseId !== runId && isOurs(one),
  );
  const told = run ? toldIn(run) : [];
  const parts = told.filter(isOf(identity.parts));
  const unread = others.filter((other) => isUnread(other, identity)).length;
  const { visibility, pushedAt } = run?.checkSuite?.repository ?? {};
  return {
    runs: others.flatMap((other) => pastRun(other, identity) ?? []),
    attempts: told.filter(isOf([identity.pipeline])),
    ...(parts.length > 0 ? { parts } : {}),
    ...(unread > 0 ? { unread } : {}),
    ...(visibility === "PUBLIC" && pushedAt ? { publicPushedAt: pushedAt } : {}),
  };
}

/** When runs of this workflow were started. */
export function startsOf({ run }: HistoryAnswer, runId: number): Starts {
  const all = listOf(run?.workflow.runs);
  const here = all.find(({ databaseId }) => databaseId === runId);
  const last = all.find(
    (other) =>
      other.event === "schedule" && other !== here && !(here && other.createdAt > here.createdAt),
  );
  return {
    ...(here ? { thisRun: here.createdAt } : {}),
    ...(last ? { lastScheduled: { id: last.databaseId, at: last.createdAt } } : {}),
  };
}

/** A pull request brings a workflow file of its own, and with it any line that a stranger likes. */
export function isOurs({ event }: WorkflowRun): boolean {
  return !event.startsWith("pull_request");
}

function isOf(names: readonly string[]): (attempt: EarlierAttempt) => boolean {
  return ({ entry }) => names.includes(entry.pipeline) && entry.mode === undefined;
}

/** How many jobs of a run, those of all its attempts, are there and were not given. */
export function jobsUnread({ checkSuite }: Pick<WorkflowRun, "checkSuite">): number {
  const { totalCount, nodes: given } = checkSuite?.checkRuns ?? { totalCount: 0, nodes: [] };
  return Math.max(0, totalCount - (given?.length ?? 0));
}

/** Whether the line of this pipeline may be among what was not given. */
function isUnread(run: WorkflowRun, { pipeline }: Identity): boolean {
  return jobsUnread(run) > 0 && !toldIn(run).some(isOf([pipeline]));
}

/** `undefined` when it is no run of this pipeline, not over yet, or not known. */
function pastRun(run: WorkflowRun, identity: Identity): PastRun | undefined {
  const { pipeline, parts } = identity;
  if (isUnread(run, identity)) return undefined;
  const told = toldIn(run);
  const attempts = told.filter(isOf([pipeline]));
  const base = { url: run.url, number: run.runNumber, startedAt: run.createdAt, attempts };
  const [newest] = attempts;
  if (newest) {
    const { entry, isUnheard } = newest;
    return { ...base, result: entry.result, entry, ...(isUnheard && { isUnheard }) };
  }
  // Where its jobs told and nobody told of them all, the job that does was lost.
  const result = told.every(isOf(parts)) ? untoldResult(run) : undefined;
  return result && { ...base, result };
}

/** Of a run that left no line at all; without one, a green run did nothing, as while it is paused. */
export function untoldResult({ checkSuite }: WorkflowRun): Result | undefined {
  switch (checkSuite?.status === "COMPLETED" ? checkSuite.conclusion : null) {
    case "CANCELLED":
      return "cancelled";
    case "FAILURE":
    case "STARTUP_FAILURE":
    case "TIMED_OUT":
      return "failed";
    default:
      return undefined;
  }
}

/** A run, as far as its jobs told. */
type Telling = Pick<WorkflowRun, "createdAt"> & {
  readonly checkSuite: Pick<NonNullable<WorkflowRun["checkSuite"]>, "checkRuns"> | null;
};

/** A line of the ledger, and when the job began and ended that left it. */
interface Told extends EarlierAttempt {
  readonly endedAt: Date;
}

/** Newest first: a job that ran again has several. */
export function toldIn({ checkSuite, createdAt }: Telling): readonly Told[] {
  return listOf(checkSuite?.checkRuns)
    .toSorted((a, b) => (b.databaseId ?? 0) - (a.databaseId ?? 0))
    .flatMap(({ annotations, startedAt, completedAt }) => {
      const began = startedAt ?? createdAt;
      const all = listOf(annotations);
      const isUnheard = all.some(({ title, message }) => isUnheardNews(title, message));
      const base = {
        startedAt: began,
        endedAt: completedAt ?? began,
        ...(isUnheard ? { isUnheard } : {}),
      } as const;
      return all
        .filter(({ annotationLevel }) => annotationLevel === "NOTICE")
        .flatMap(({ title, message }) => {
          const entry = parseLedger(title ?? "", message);
          return entry ? { ...base, entry } : [];
        });
    });
}

export function listOf<T>(
  connection: { readonly nodes: readonly (T | null)[] | null } | null | undefined,
): readonly T[] {
  return (connection?.nodes ?? []).filter((node) => node !== null);
}
