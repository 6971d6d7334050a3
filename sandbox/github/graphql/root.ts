import { allows, type Scope } from "../access.ts";
import { nodeId, parseNodeId, type NodeType } from "../node-id.ts";
import { fullName, pageOf } from "../store/repository.ts";
import type { Store } from "../store/store.ts";
import { checkRunObject } from "./check-run.ts";
import { checkSuiteObject } from "./check-suite.ts";
import type { Arguments, ResolvedObject, World } from "./object.ts";
import { forbidden, Refusal } from "./refusal.ts";
import { repositoryObject, viewerObject } from "./repository.ts";
import { workflowObject, workflowRunObject } from "./workflow.ts";

/** More ids in one list are refused. */
const MAX_IDS = 100;

/** The fields of GraphQL's query. */
export const query: ResolvedObject = {
  viewer: (_, { access }) => viewerObject(access),
  node: ({ id }, world) => byNodeId(id as string, world),
  nodes: ({ ids }, world) => {
    const list = ids as readonly string[];
    if (list.length > MAX_IDS) {
      const what = `You may not provide more than ${MAX_IDS} node ids; you provided ${list.length}.`;
      throw new Refusal("ARGUMENT_LIMIT", what);
    }
    return list.map((id) => byNodeId(id, world));
  },
  repository: ({ owner, name }: Arguments, { store }) => {
    const asked = `${String(owner)}/${String(name)}`;
    if (asked.toLowerCase() === fullName(store.repository).toLowerCase()) {
      return repositoryObject(store.repository);
    }
    const what = `Could not resolve to a Repository with the name '${asked}'.`;
    throw new Refusal("NOT_FOUND", what);
  },
  resource: ({ url }, world) => {
    const id = world.troubles.has("no-resource") ? undefined : idOfPage(String(url), world.store);
    return id === undefined ? null : byNodeId(id, world);
  },
};

/** The object with this key; throws what GitHub says when there is none, or none any more. */
export function load(store: Store, type: NodeType, key: number): ResolvedObject {
  const { repository } = store;
  const found = () => {
    switch (type) {
      case "Repository":
        return key === repository.id ? repositoryObject(repository) : undefined;
      case "Workflow": {
        const workflow = store.workflows().find(({ id }) => id === key);
        return workflow && workflowObject(workflow, repository);
      }
      case "WorkflowRun": {
        const run = store.run(key);
        return run && workflowRunObject(run, repository);
      }
      case "CheckSuite": {
        const run = store.runs().find(({ suiteId }) => suiteId === key);
        return run && checkSuiteObject(run, repository);
      }
      case "CheckRun": {
        const run = store.runs().find(({ checkRuns }) => checkRuns.some(({ id }) => id === key));
        const check = run?.checkRuns.find(({ id }) => id === key);
        return run && check && checkRunObject(check, run, repository);
      }
      default:
        throw new Refusal("NOT_IN_THE_SANDBOX", `The sandbox's GitHub loads no node ${type}`);
    }
  };
  return found() ?? unresolved(nodeId(type, key));
}

const SCOPES: Readonly<Partial<Record<NodeType, Scope>>> = {
  Workflow: "actions",
  WorkflowRun: "actions",
  CheckSuite: "checks",
  CheckRun: "checks",
};

function byNodeId(id: string, world: World): ResolvedObject {
  const { type, key } = parseNodeId(id) ?? unresolved(id);
  const scope = SCOPES[type];
  if (scope !== undefined && !allows(world.access, scope, "read")) throw forbidden();
  return world.load(type, Number(key));
}

function unresolved(id: string): never {
  throw new Refusal("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'.`);
}

/** The id of what a page of the repository shows; undefined where that is nothing. */
function idOfPage(url: string, store: Store): string | undefined {
  const path = url.startsWith(pageOf(store.repository))
    ? url.slice(pageOf(store.repository).length)
    : undefined;
  if (path === "") return nodeId("Repository", store.repository.id);
  const [, run] = /^\/actions\/runs\/(\d+)$/u.exec(path ?? "") ?? [];
  if (run !== undefined && store.run(Number(run))) return nodeId("WorkflowRun", Number(run));
  const [, file] = /^\/actions\/workflows\/([^/]+)$/u.exec(path ?? "") ?? [];
  const workflow = store.workflows().find((one) => one.path === `.github/workflows/${file}`);
  return workflow && nodeId("Workflow", workflow.id);
}
