import * as v from "valibot";
import { identity } from "../settings/manner.ts";
import type { SeenLine, SeenRun, Stage, WorkflowState } from "../watch/sight.ts";
import {
  isOurs,
  jobsUnread,
  listOf,
  nodes,
  toldIn,
  untoldResult,
  workflowRun,
  type WorkflowRun,
} from "./history-answer.ts";

const STATES = {
  active: "active",
  deleted: "deleted",
  disabled_fork: "in-fork",
  disabled_inactivity: "by-inactivity",
  disabled_manually: "by-hand",
} as const satisfies Record<string, WorkflowState>;

/** As REST describes a workflow (docs.github.com/rest/actions/workflows). */
export const workflowAnswer = v.object({
  node_id: v.string(),
  state: v.pipe(
    v.picklist(Object.keys(STATES) as (keyof typeof STATES)[]),
    v.transform((state): WorkflowState => STATES[state]),
  ),
});

export const runsAnswer = v.object({ workflow: v.object({ runs: nodes(workflowRun) }) });
export type RunsAnswer = v.InferOutput<typeof runsAnswer>;

/**
 * The runs of a workflow, newest first.
 *
 * @param runId the run that asks: of a workflow that watches itself, it is no run that is watched
 */
export function runsSeen({ workflow }: RunsAnswer, runId: number): SeenRun[] {
  return listOf(workflow.runs)
    .filter((run) => run.databaseId !== runId && isOurs(run))
    .map((run) => ({
      url: run.url,
      number: run.runNumber,
      startedAt: run.createdAt,
      stage: stageOf(run),
      lines: linesIn(run),
      ...unreadOf(run),
    }));
}

function unreadOf(run: WorkflowRun): Pick<SeenRun, "unread"> {
  const jobs = jobsUnread(run);
  return jobs > 0 && run.checkSuite ? { unread: { jobs, until: run.checkSuite.updatedAt } } : {};
}

function stageOf(run: WorkflowRun): Stage {
  const { checkSuite, createdAt } = run;
  switch (checkSuite?.status) {
    case "COMPLETED": {
      const result = checkSuite.conclusion === "SUCCESS" ? "succeeded" : untoldResult(run);
      return { kind: "ended", ...(result && { result }) };
    }
    case "IN_PROGRESS": {
      const starts = listOf(checkSuite.checkRuns).flatMap(({ startedAt }) => startedAt ?? []);
      const since = starts.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? createdAt;
      return { kind: "at-work", since };
    }
    // Nothing may be read of it but that it is there.
    case undefined:
      return { kind: "ended" };
    default:
      return { kind: "waiting" };
  }
}

function linesIn(run: WorkflowRun): readonly SeenLine[] {
  return toldIn(run).map((told) => ({ ...told, pipeline: identity(told.entry.pipeline) }));
}
