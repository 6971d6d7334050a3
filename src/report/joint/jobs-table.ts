import type { Job, Told, ToldTask } from "../../pipeline/joint.ts";
import { setbackOf, toldBy } from "../../pipeline/verdict.ts";
import { RESULT_MARKS, SKIPPED_MARK, taskMark } from "../marks.ts";
import { provedResult } from "../proved-result.ts";
import type { Voice } from "../voice.ts";
import type { Words } from "../words/words.ts";
import { jobMs } from "./entry.ts";
import { causeSaid } from "./headline.ts";
import type { JointChronicle } from "./story.ts";

/** Jobs that are shown; the rest is counted. Ours has two. */
const MAX_JOBS = 20;

/** The jobs with time and result, and below each one its tasks, as far as it told them. */
export function jobsTable(chronicle: JointChronicle, voice: Voice): string {
  const { words, run } = chronicle;
  const { mark, took, result } = words.summary.columns;
  const rows = run.jobs.slice(0, MAX_JOBS).flatMap((job) => rowsOf(job, chronicle, voice));
  const rest = run.jobs.length - MAX_JOBS;
  const tail = rest > 0 ? [`| | ${words.summary.more(rest, voice)} | | |`] : [];
  return [
    `| ${mark} | ${words.joint.job} | ${took} | ${result} |`,
    "|:-:|---|--:|---|",
    ...rows,
    ...tail,
  ].join("\n");
}

function rowsOf(job: Job, chronicle: JointChronicle, voice: Voice): readonly string[] {
  const { words } = chronicle;
  const told = toldBy(job);
  const ms = jobMs(told);
  const took = ms === 0 ? "" : `**${voice.duration(ms)}**`;
  return [
    `| ${markOf(job)} | **${voice.name(job.name)}** | ${took} | ${jobResult(job, chronicle, voice)} |`,
    ...(told?.account?.tasks.map((task) => taskRow(task, told, words, voice)) ?? []),
  ];
}

function markOf(job: Job): string {
  return job.end.kind === "skipped" ? SKIPPED_MARK : RESULT_MARKS[setbackOf(job) ?? "succeeded"];
}

/** What became of a job, in words. */
export function jobResult(job: Job, chronicle: JointChronicle, voice: Voice): string {
  const { words, attempt } = chronicle;
  const { results } = words.joint;
  const { end } = job;
  switch (end.kind) {
    case "told": {
      const { result, attempt: by } = end.told.entry;
      if (result === "cancelled") return results.cancelled;
      if (result !== "succeeded")
        return results[result](isSaidBelow(end.told) ? undefined : causeSaid(end, words));
      return by < attempt ? results.carriedOver(by, voice) : provedSaid(end.told, words, voice);
    }
    case "spoiled":
      return results.spoiled[end.result];
    case "silent":
      return results.silent[end.result];
    case "skipped":
      return results.skipped(behindWhich(job, chronicle), voice);
  }
}

/** Whether the row of the task that went wrong says why. */
function isSaidBelow({ entry, account }: Told): boolean {
  return account !== undefined && entry.failed !== undefined;
}

/** Of a job that told no tasks the numbers in its line. */
function provedSaid({ entry, account }: Told, { joint, summary }: Words, voice: Voice): string {
  const { records, artifacts } = entry;
  if (account) return joint.results.proved;
  const numbers = [
    records === undefined ? "" : summary.results.scrape(records, voice),
    artifacts === undefined ? "" : summary.results.train(artifacts, voice),
  ].filter((part) => part !== "");
  return numbers.length === 0 ? joint.results.proved : numbers.join(", ");
}

/** The job that a skipped one waited for, as far as one can tell: the one before it that went wrong. */
function behindWhich(skipped: Job, { run, verdict }: JointChronicle): string | undefined {
  if (verdict.kind !== "setback" || verdict.job.end.kind === "skipped") return undefined;
  return run.jobs.indexOf(verdict.job) < run.jobs.indexOf(skipped) ? verdict.job.name : undefined;
}

function taskRow(task: ToldTask, told: Told, words: Words, voice: Voice): string {
  const isCancelled = told.entry.code === "cancelled";
  const took = task.tookMs === undefined ? "" : voice.duration(task.tookMs);
  const name = words.summary.tasks[task.name];
  return `| ${taskMark(task.state, isCancelled)} | ${name} | ${took} | ${taskResult(task, told, words, voice)} |`;
}

function taskResult(
  { name, state }: ToldTask,
  { entry, account }: Told,
  { summary, history }: Words,
  voice: Voice,
): string {
  const { results } = summary;
  const found = { ...account?.facts, username: "" };
  switch (state) {
    case "proved":
      return provedResult(name, found, results, voice);
    case "failed":
    case "unknown":
      return entry.code === undefined ? "" : history.causes[entry.code];
    case "running":
      return results.running;
    case "waiting":
      return entry.code === "data-dropped" ? results.gateShut : results.skipped;
  }
}
