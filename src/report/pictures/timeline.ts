import type { TaskRun } from "../pipeline/run.ts";
import type { Story } from "./story.ts";

/**
 * Mermaid pictures. They repeat what the text says, so a page without them says as much; GitHub
 * ignores some of their style at times. Only our own words and numbers go into them.
 */

/** White text on GitHub's own green, red, yellow and grey, which hold in light and dark. */
const CLASSES = [
  "classDef ok fill:#1a7f37,stroke:#1a7f37,color:#fff",
  "classDef bad fill:#cf222e,stroke:#cf222e,color:#fff",
  "classDef unsure fill:#9a6700,stroke:#9a6700,color:#fff",
  "classDef off fill:#6e7781,stroke:#6e7781,color:#fff",
];

/** The tasks as a graph: where the run came to a stop. */
export function taskGraph({ run, words }: Story): string {
  const nodes = run.tasks.map((task) => {
    const name = words.summary.tasks[task.name];
    return { state: task.state, text: `${task.name}["${name}"]:::${classOf(task)}` };
  });
  const chain = nodes
    .map(({ text, state }, index) => {
      if (index === 0) return text;
      return `${state === "waiting" ? "-.->" : "-->"} ${text}`;
    })
    .join(" ");
  return fence(["flowchart LR", chain, ...CLASSES]);
}

function classOf(task: TaskRun): string {
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

/** When each task began and ended, in ms from the start of the run. */
export function timeline({ run, words }: Story): string {
  const bars = run.tasks.flatMap((task) => {
    if (!("tookMs" in task)) return [];
    const from = Math.round(task.startedMs);
    // A bar of no length is not drawn.
    const to = Math.max(from + 1, Math.round(task.startedMs + task.tookMs));
    const state = task.state === "proved" ? "done" : "crit";
    return [`${words.summary.tasks[task.name]} :${state}, ${from}, ${to}`];
  });
  if (bars.length === 0) return "";
  const config = ["---", "config:", "  gantt:", "    barHeight: 22", "    topPadding: 30", "---"];
  const axis = ["gantt", "dateFormat x", "axisFormat %M:%S", `tickInterval ${tick(run.tookMs)}`];
  return fence([...config, ...axis, ...bars]);
}

/** About five ticks, at a distance that people count in. */
function tick(tookMs: number): string {
  const seconds = tookMs / 1000;
  if (seconds <= 10) return "1second";
  if (seconds <= 120) return "15second";
  if (seconds <= 900) return "2minute";
  return "10minute";
}

function fence(lines: readonly string[]): string {
  return ["```mermaid", ...lines, "```"].join("\n");
}
