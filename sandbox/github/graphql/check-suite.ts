import { nodeId } from "../node-id.ts";
import { pageOf, type Repository } from "../store/repository.ts";
import type { CheckRun, WorkflowRun } from "../store/runs.ts";
import { timestamp } from "../time.ts";
import { checkRunObject, statusOfCheck } from "./check-run.ts";
import { connection } from "./connection.ts";
import { needs, type ResolvedObject } from "./object.ts";
import { locatable, statusOf, upper } from "./scalars.ts";

interface Filter {
  readonly appId?: number | null;
  readonly checkName?: string | null;
  readonly checkType?: "ALL" | "LATEST" | null;
  readonly conclusions?: readonly string[] | null;
  readonly status?: string | null;
  readonly statuses?: readonly string[] | null;
}

/** GitHub Actions, the app behind all the checks here. */
const ACTIONS_APP_ID = 15_368;

/** The checks of a run, those of all its attempts. */
export function checkSuiteObject(run: WorkflowRun, repository: Repository): ResolvedObject {
  const { suiteId } = run;
  return {
    __typename: "CheckSuite",
    id: nodeId("CheckSuite", suiteId),
    databaseId: suiteId,
    status: statusOf(
      run.conclusion,
      run.checkRuns.some(({ startedAtMs }) => startedAtMs !== null),
    ),
    conclusion: run.conclusion === null ? null : upper(run.conclusion),
    createdAt: timestamp(run.createdAtMs),
    updatedAt: timestamp(run.updatedAtMs),
    ...locatable(`${pageOf(repository)}/commit/${run.sha}/checks?check_suite_id=${suiteId}`),
    app: appObject(),
    branch: needs("contents", () => branchObject(run.branch)),
    commit: needs("contents", () => commitObject(run.sha, repository)),
    checkRuns: needs("checks", (args, _, info) =>
      connection(
        filtered(run.checkRuns, (args["filterBy"] ?? {}) as Filter),
        ({ id }) => id,
        (check) => checkRunObject(check, run, repository),
        args,
        info,
      ),
    ),
    repository: (_, world) => world.load("Repository", repository.id),
    workflowRun: needs("actions", (_, world) => world.load("WorkflowRun", run.id)),
  };
}

function filtered(checks: readonly CheckRun[], filter: Filter): readonly CheckRun[] {
  const { appId, checkName, checkType, conclusions, status } = filter;
  const statuses = filter.statuses ?? (status ? [status] : undefined);
  return checks.filter(
    (check) =>
      (appId ?? ACTIONS_APP_ID) === ACTIONS_APP_ID &&
      (checkName ?? check.name) === check.name &&
      (checkType === "ALL" || isLatest(check, checks)) &&
      (conclusions?.includes(upper(check.conclusion ?? "")) ?? true) &&
      (statuses?.includes(statusOfCheck(check)) ?? true),
  );
}

/** Of the checks with one name, that of the newest attempt. */
function isLatest(check: CheckRun, checks: readonly CheckRun[]): boolean {
  return !checks.some(({ name, attempt }) => name === check.name && attempt > check.attempt);
}

function appObject(): ResolvedObject {
  return {
    __typename: "App",
    id: nodeId("App", ACTIONS_APP_ID),
    databaseId: ACTIONS_APP_ID,
    name: "GitHub Actions",
    slug: "github-actions",
    url: "https://github.com/apps/github-actions",
  };
}

export function branchObject(name: string): ResolvedObject {
  return { __typename: "Ref", id: nodeId("Ref", name), name, prefix: "refs/heads/" };
}

function commitObject(sha: string, repository: Repository): ResolvedObject {
  return {
    __typename: "Commit",
    id: nodeId("Commit", sha),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    ...locatable(`${pageOf(repository)}/commit/${sha}`),
  };
}
