import type { Story } from "../story.ts";
import { isResumed } from "../tasks-table.ts";
import { mermaid } from "./mermaid.ts";

const CONFIG = ["  gantt:", "    barHeight: 24", "    fontSize: 13", "    topPadding: 48"];

/** When each task began and ended, in ms from the start of the run. */
export function timeline({ run, words }: Story): string {
  const bars = run.tasks.flatMap((task) => {
    if (!("tookMs" in task) || isResumed(task, run)) return [];
    const from = Math.round(task.startedMs);
    // A bar of no length is not drawn.
    const to = Math.max(from + 1, Math.round(task.startedMs + task.tookMs));
    const state = task.state === "proved" ? "done" : "crit";
    return [`${words.summary.tasks[task.name]} :${state}, ${from}, ${to}`];
  });
  if (bars.length === 0) return "";
  const axis = ["gantt", "dateFormat x", "axisFormat %M:%S", `tickInterval ${tick(run.tookMs)}`];
  return mermaid(CONFIG, [...axis, ...bars]);
}

/** About five ticks, at a distance that people count in. */
function tick(tookMs: number): string {
  const seconds = tookMs / 1000;
  if (seconds <= 10) return "1second";
  if (seconds <= 120) return "15second";
  if (seconds <= 900) return "2minute";
  return "10minute";
}
