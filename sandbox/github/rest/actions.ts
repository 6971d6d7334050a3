import * as v from "valibot";
import { parse } from "yaml";
import { failure, json, notFound } from "../answer.ts";
import type { Store } from "../store/store.ts";
import type { Workflow } from "../store/runs.ts";
import type { Route } from "./route.ts";
import { workflowRunShape, workflowShape } from "./shapes.ts";

/** Runs and workflows. */
export const actionsRoutes: readonly Route[] = [
  {
    call: "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
    needs: ["actions", "read"],
    answer: ({ store, params }) => {
      const run = store.run(Number(params["run_id"]));
      const workflow = store.workflows().find(({ id }) => id === run?.workflowId);
      return run && workflow
        ? json(200, workflowRunShape(run, workflow, store.repository))
        : notFound();
    },
  },
  {
    call: "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}",
    needs: ["actions", "read"],
    answer: ({ store, params }) => {
      const workflow = workflowBy(params["workflow_id"] ?? "", store);
      return workflow ? json(200, workflowShape(workflow, store.repository)) : notFound();
    },
  },
  {
    call: "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches",
    needs: ["actions", "write"],
    answer: ({ store, params, body }) => {
      const workflow = workflowBy(params["workflow_id"] ?? "", store);
      if (!workflow) return notFound();
      const read = v.safeParse(dispatch, body);
      if (!read.success) return failure(422, "Invalid request.\n\nref is needed.");
      const { ref, inputs } = read.output;
      if (ref !== store.repository.defaultBranch) return failure(422, `No ref found for: ${ref}`);
      const unexpected = unexpectedInputs(inputs, store.file(workflow.path));
      if (unexpected.length > 0) {
        return failure(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
      }
      store.dispatch({ path: workflow.path, ref, inputs });
      return { status: 204, body: "" };
    },
  },
];

const dispatch = v.object({
  ref: v.string(),
  inputs: v.optional(v.record(v.string(), v.unknown()), {}),
});

const button = v.object({
  on: v.object({
    workflow_dispatch: v.nullable(v.object({ inputs: v.optional(v.looseObject({}), {}) })),
  }),
});

/** Those that the workflow does not ask for, where its file has been pushed. */
function unexpectedInputs(inputs: object, file: string | undefined): readonly string[] {
  if (file === undefined) return [];
  const known = v.parse(button, parse(file)).on.workflow_dispatch?.inputs ?? {};
  return Object.keys(inputs).filter((name) => !Object.hasOwn(known, name));
}

/** By its id, or by the name of its file. */
function workflowBy(asked: string, store: Store): Workflow | undefined {
  return store
    .workflows()
    .find(({ id, path }) => String(id) === asked || path === `.github/workflows/${asked}`);
}
