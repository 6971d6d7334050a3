import type { TaskName } from "../pipeline/names.ts";
import type { Run, TaskRun } from "../pipeline/run.ts";
import { fine, off, unseen, type Check, type Outcome } from "./check.ts";
import type { Finding } from "./finding.ts";
import type { Blind } from "./sight.ts";

/** How the API is called. */
export interface ApiAsked {
  readonly isEncrypted: boolean;
  readonly hasHealthPage: boolean;
}

/** What the tasks of a preflight found out about the API; `undefined` where nobody knows which it is. */
export function apiChecks(run: Run | undefined, asked: ApiAsked): readonly Check[] {
  const tasks = run?.tasks ?? [];
  const setbacks = tasks.flatMap(setbackIn);
  const way = wayTo(tasks, setbacks);
  const outcomeOf = (name: TaskName, proved: Outcome): Outcome => {
    const task = tasks.find((one) => one.name === name);
    if (task?.state === "proved") return proved;
    const setback = setbacks.find((one) => one.task === name);
    if (setback && obstacleIn(setback) === undefined) return found(setback);
    return unseen(run === undefined ? "no-address" : whyNotDone(way, task));
  };

  return [
    { name: "network", outcome: network(run, way) },
    { name: "tls", outcome: tls(run, way, asked) },
    {
      name: "health",
      outcome: asked.hasHealthPage
        ? outcomeOf("health", fine({ kind: "healthy" }))
        : off("no-health-page"),
    },
    { name: "login", outcome: outcomeOf("login", fine({ kind: "logged-in" })) },
  ];
}

type Setback = Extract<Finding, { readonly kind: "api" }>;

/** How far requests came. */
type Way =
  | { readonly kind: "open" }
  | { readonly kind: "closed"; readonly by: Setback; readonly at: "network" | "tls" }
  /** None was sent, or it was not waited for. */
  | { readonly kind: "untried"; readonly why: Blind };

function wayTo(tasks: readonly TaskRun[], setbacks: readonly Setback[]): Way {
  for (const by of setbacks) {
    const at = obstacleIn(by);
    if (at) return { kind: "closed", by, at };
  }
  if (setbacks.length > 0 || tasks.some(({ state }) => state === "proved")) return { kind: "open" };
  return { kind: "untried", why: tasks.length === 0 ? "no-credentials" : "cancelled" };
}

function network(run: Run | undefined, way: Way): Outcome {
  if (run === undefined) return unseen("no-address");
  if (way.kind === "untried") return unseen(way.why);
  return way.kind === "closed" && way.at === "network" ? found(way.by) : fine({ kind: "reached" });
}

function tls(run: Run | undefined, way: Way, { isEncrypted }: ApiAsked): Outcome {
  if (run === undefined) return unseen("no-address");
  if (!isEncrypted) return off("plain-http");
  switch (way.kind) {
    case "open":
      return fine({ kind: "trusted" });
    case "closed":
      return way.at === "tls" ? found(way.by) : unseen("not-reached");
    case "untried":
      return unseen(way.why);
  }
}

function whyNotDone(way: Way, task: TaskRun | undefined): Blind {
  if (task === undefined) return "no-credentials";
  return way.kind === "closed" ? "not-reached" : "cancelled";
}

function found(setback: Setback): Outcome {
  return { kind: "found", findings: [setback] };
}

/** A cancelled task found out nothing. */
function setbackIn(task: TaskRun): readonly Setback[] {
  if (task.state !== "failed" && task.state !== "unknown") return [];
  const { name, failure } = task;
  return failure.code === "cancelled" ? [] : [{ kind: "api", task: name, failure }];
}

/** What stood in the way of the requests; `undefined` when they came through. */
function obstacleIn({ failure }: Setback): "network" | "tls" | undefined {
  switch (failure.code) {
    case "api-unreachable":
      return failure.reason === "tls-stalled" ? "tls" : "network";
    case "tls-untrusted":
      return "tls";
    default:
      return undefined;
  }
}
