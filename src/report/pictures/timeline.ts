import type { Story } from "../story.ts";
import { isResumed } from "../tasks-table.ts";
import { mermaid } from "./mermaid.ts";

const CONFIG = ["  gantt:", "    barHeight: 24", "    fontSize: 13", "    topPadding: 48"];

/** When each task began and ended, from the start of the run. */
export function timeline({ run, words }: Story): string {
  const bars = run.tasks.flatMap((task) => {
    if (!("tookMs" in task) || isResumed(task, run)) return [];
    const from = Math.round(task.startedMs);
    // A bar of no length is not drawn.
    const to = Math.max(from + 1, Math.round(task.startedMs + task.tookMs));
    const state = task.state === "proved" ? "done" : "crit";
    return [`${words.summary.tasks[task.name]} :${state}, ${momentOf(from)}, ${momentOf(to)}`];
  });
  if (bars.length === 0) return "";
  const axis = [
    "gantt",
    "dateFormat YYYY-MM-DD HH:mm:ss.SSS",
    `axisFormat ${axisFormat(run.tookMs, words.summary.labels.day)}`,
    `tickInterval ${tickFor(run.tookMs)}`,
  ];
  return mermaid(CONFIG, [...axis, ...bars]);
}

/**
 * Mermaid draws hours and days, and in the time zone of whoever looks: a run is drawn as if it had begun
 * there at midnight, on the first day of a year. In the weeks after this one no zone of the IANA data
 * base changed its clocks; and it was a Sunday, with which Mermaid's weeks begin.
 */
const MIDNIGHT_MS = Date.UTC(2006, 0, 1);

/** `2006-01-01 00:01:02.345`, so long after the start. */
function momentOf(ms: number): string {
  return new Date(MIDNIGHT_MS + ms).toISOString().replace("T", " ").replace("Z", "");
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** As d3-time-format has it: what it counts does not begin anew while the run goes on. */
function axisFormat(tookMs: number, day: string): string {
  if (tookMs < HOUR_MS) return "%M:%S";
  return tookMs < DAY_MS ? "%-H:%M:%S" : `${day} %-j`;
}

/** Distances that people count in, below a day. */
const TICKS: readonly (readonly [string, number])[] = [
  ["1second", SECOND_MS],
  ["2second", 2 * SECOND_MS],
  ["5second", 5 * SECOND_MS],
  ["15second", 15 * SECOND_MS],
  ["30second", 30 * SECOND_MS],
  ["1minute", MINUTE_MS],
  ["2minute", 2 * MINUTE_MS],
  ["5minute", 5 * MINUTE_MS],
  ["15minute", 15 * MINUTE_MS],
  ["30minute", 30 * MINUTE_MS],
  ["1hour", HOUR_MS],
  ["2hour", 2 * HOUR_MS],
  ["6hour", 6 * HOUR_MS],
];
/** The numbers of more overlap on a phone. */
const MAX_TICKS = 5;
/** Numbers of days are shorter. */
const MAX_DAYS = 8;

function tickFor(tookMs: number): string {
  if (tookMs >= DAY_MS) return tookMs < MAX_DAYS * DAY_MS ? "1day" : "1week";
  const [tick] = TICKS.find(([, everyMs]) => tookMs < everyMs * MAX_TICKS) ?? ["6hour"];
  return tick;
}
