import type { ActionRun } from "../../sandbox/runner.ts";
import type { TaskName } from "../../src/pipeline/names.ts";
import type { End } from "./case.ts";
import type { Stage } from "./stage.ts";

/** Every place in which the end of a run is told. */
export function seenEnd(run: ActionRun) {
  const { result, "failed-task": task, "failure-code": code } = run.outputs;
  const level = (name: string) => run.annotations.filter((one) => one.level === name);
  return {
    exit: [run.exitCode, run.signal, run.post?.exitCode],
    outputs: [result, task, code],
    errors: level("error").length,
    notices: level("notice").map(({ title }) => title),
    headline: run.summary.slice(0, run.summary.indexOf(" ", "## ".length)),
    headlines: run.summary.match(/^## /gm)?.length,
  };
}

const MARKS = { succeeded: "✅", failed: "❌", unknown: "❓", cancelled: "⏹️" } as const;

export function expectedEnd({ result, code, task: given }: End, at: TaskName) {
  const isGood = result === "succeeded";
  return {
    exit: [isGood ? 0 : 1, null, 0],
    outputs: [result, isGood ? "" : (given ?? at), code],
    errors: isGood ? 0 : 1,
    notices: [`Orquestra: ${result}`],
    headline: `## ${MARKS[result]}`,
    headlines: 1,
  };
}

/** How many requests an API got, to scrape, to train, and by every other task that the end names. */
export function callsOf(
  { apis, sandboxes }: Stage,
  { heard = {} }: End,
): Partial<Record<TaskName, number>> {
  const tasks = new Set<TaskName>(["scrape", "train", ...(Object.keys(heard) as TaskName[])]);
  const logged = sandboxes.flatMap((sandbox) => sandbox.calls().map(({ path }) => path));
  const counted = [...tasks].map((task) => [
    task,
    apis.reduce((sum, api) => sum + api.heardAtMs[task].length, 0) +
      logged.filter((path) => path === PATHS[task]).length,
  ]);
  return Object.fromEntries(counted) as Partial<Record<TaskName, number>>;
}

/** The sandbox tells its calls by their paths. */
const PATHS: Partial<Record<TaskName, string>> = {
  health: "/api/v1/health/",
  login: "/api/v1/auth/login",
  scrape: "/api/v1/scrape/",
  train: "/api/v1/ml/training-data",
  verify: "/api/v1/ml/features",
};

/** Between the first two requests of a task; without a second one it never ended. */
export function firstPauseMs({ apis }: Stage, task: TaskName): number {
  const [first = 0, second = Number.POSITIVE_INFINITY] = apis.flatMap((api) => api.heardAtMs[task]);
  return second - first;
}
