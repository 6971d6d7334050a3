import { json, notFound } from "../answer.ts";
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
      const asked = params["workflow_id"] ?? "";
      const workflow = store
        .workflows()
        .find(({ id, path }) => String(id) === asked || path === `.github/workflows/${asked}`);
      return workflow ? json(200, workflowShape(workflow, store.repository)) : notFound();
    },
  },
];
