import { nodeId } from "../node-id.ts";
import { pageOf, type Repository } from "../store/repository.ts";
import type { Workflow, WorkflowRun } from "../store/runs.ts";
import { timestamp } from "../time.ts";
import { checkSuiteObject } from "./check-suite.ts";
import { connection } from "./connection.ts";
import { needs, type ResolvedObject } from "./object.ts";
import { locatable, upper } from "./scalars.ts";

export function workflowObject(workflow: Workflow, repository: Repository): ResolvedObject {
  const file = workflow.path.slice(workflow.path.lastIndexOf("/") + 1);
  return {
    __typename: "Workflow",
    id: nodeId("Workflow", workflow.id),
    databaseId: workflow.id,
    name: workflow.name,
    state: upper(workflow.state),
    createdAt: timestamp(workflow.createdAtMs),
    updatedAt: timestamp(workflow.createdAtMs),
    ...locatable(`${pageOf(repository)}/actions/workflows/${file}`),
    runs: needs("actions", (args, { store }, info) => {
      const newestFirst = store.runs().filter(({ workflowId }) => workflowId === workflow.id);
      const order = args["orderBy"] as { readonly direction: "ASC" | "DESC" };
      return connection(
        order.direction === "DESC" ? newestFirst : newestFirst.toReversed(),
        ({ id }) => id,
        (run) => workflowRunObject(run, repository),
        args,
        info,
      );
    }),
  };
}

export function workflowRunObject(run: WorkflowRun, repository: Repository): ResolvedObject {
  return {
    __typename: "WorkflowRun",
    id: nodeId("WorkflowRun", run.id),
    databaseId: run.id,
    runNumber: run.number,
    event: run.event,
    createdAt: timestamp(run.createdAtMs),
    updatedAt: timestamp(run.updatedAtMs),
    ...locatable(`${pageOf(repository)}/actions/runs/${run.id}`),
    workflow: (_, world) => world.load("Workflow", run.workflowId),
    // Never null by the schema: without the permission it takes the whole run with it.
    checkSuite: needs("checks", () => checkSuiteObject(run, repository)),
  };
}
