import type { TaskRun } from "../../pipeline/run.ts";
import type { Story } from "../story.ts";
import { mermaid } from "./mermaid.ts";

type State = "ok" | "bad" | "unsure" | "off";

/** White text on GitHub's own green, red, yellow and grey, which hold in light and dark. */
const FILLS: Readonly<Record<State, string>> = {
  ok: "#1a7f37",
  bad: "#cf222e",
  unsure: "#9a6700",
  off: "#6e7781",
};
/** Before each name, as no colour may be the only one to say it. */
const MARKS: Readonly<Record<State, string>> = { ok: "✓", bad: "✗", unsure: "?", off: "–" };

/** Seven nodes beside each other are too small to read on a phone; a narrow gap gives room to names. */
const CONFIG = ["  flowchart:", "    rankSpacing: 24", "    padding: 8"];

/**
 * Where the run came to a stop, from left to right. Tasks in a row that nobody asks about share a
 * node: what was done before the data were touched, and what did not run.
 */
export function taskGraph({ run, words }: Story): string {
  const nodes = nodesOf(run.tasks).map(({ state, tasks }) => {
    const lines = tasks.map(({ name }) => `${MARKS[state]} ${words.summary.tasks[name]}`);
    return { state, text: `${tasks[0]?.name}["${lines.join("<br/>")}"]:::${state}` };
  });
  const chain = nodes.map(({ text, state }, index) => {
    if (index === 0) return text;
    return `${state === "off" ? "-.->" : "-->"} ${text}`;
  });
  const classes = Object.entries(FILLS).map(
    ([state, fill]) => `classDef ${state} fill:${fill},stroke:${fill},color:#fff`,
  );
  return mermaid(CONFIG, ["flowchart LR", chain.join(" "), ...classes]);
}

interface Node {
  readonly state: State;
  readonly tasks: readonly TaskRun[];
}

function nodesOf(tasks: readonly TaskRun[]): readonly Node[] {
  const nodes: Node[] = [];
  for (const task of tasks) {
    const state = stateOf(task);
    const last = nodes.at(-1);
    if (last && last.state === state && isAside(task)) {
      nodes[nodes.length - 1] = { state, tasks: [...last.tasks, task] };
    } else {
      nodes.push({ state, tasks: [task] });
    }
  }
  return nodes;
}

function isAside({ name, state }: TaskRun): boolean {
  return state === "waiting" || name === "login" || name === "baseline";
}

function stateOf(task: TaskRun): State {
  switch (task.state) {
    case "proved":
      return "ok";
    case "failed":
      return task.failure.code === "cancelled" ? "off" : "bad";
    case "unknown":
      return "unsure";
    case "running":
    case "waiting":
      return "off";
  }
}
