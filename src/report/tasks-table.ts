import type { Run, TaskRun } from "../pipeline/run.ts";
import { cut } from "../text/plain.ts";
import { ledgerEntryOf } from "./ledger-entry.ts";
import { SKIPPED_MARK, taskMark } from "./marks.ts";
import { taskPace } from "./pace.ts";
import { pastOf } from "./past.ts";
import { provedResult } from "./proved-result.ts";
import { explain } from "./speak.ts";
import type { Story } from "./story.ts";
import type { Voice } from "./voice.ts";

/** Names of artifacts that are shown; the rest is counted. The real API has three. */
const MAX_NAMES = 5;
const MAX_NAME_CHARS = 60;

/** The two tasks that a team runs the pipeline for. */
const MAIN: ReadonlySet<string> = new Set(["scrape", "train"]);

/** The tasks with time and result; Took stands first, so that a phone shows both. */
export function tasksTable(story: Story, voice: Voice): string {
  const { mark, task, took, result } = story.words.summary.columns;
  const rows = story.run.tasks.map((run) => row(run, story, voice));
  return [`| ${mark} | ${task} | ${took} | ${result} |`, "|:-:|---|--:|---|", ...rows].join("\n");
}

function row(task: TaskRun, story: Story, voice: Voice): string {
  const name = story.words.summary.tasks[task.name];
  const isTimed = "tookMs" in task && !isResumed(task, story.run);
  const took = isTimed ? voice.duration(task.tookMs) : "";
  const [shownName, shownTook] = MAIN.has(task.name) ? [bold(name), bold(took)] : [name, took];
  const result = `${resultOf(task, story, voice)}${paceSaid(task, story, voice)}`;
  return `| ${markOf(task, story.run)} | ${shownName} | ${shownTook} | ${result} |`;
}

/** A scrape that an earlier attempt proved: this run only took its numbers over. */
export function isResumed({ name }: TaskRun, { facts }: Run): boolean {
  return name === "scrape" && facts.resumedFrom !== undefined;
}

/** Of what took another time than usual; a failure that came sooner is no wonder. */
function paceSaid({ name, state }: TaskRun, story: Story, voice: Voice): string {
  const { run, words } = story;
  const past = pastOf(run);
  const isTimed = name === "scrape" || name === "train";
  const pace = past && isTimed && taskPace(ledgerEntryOf(story), past, name);
  if (!pace || pace.kind === "usual") return "";
  return pace.kind === "faster" && state !== "proved"
    ? ""
    : ` (${words.history.pace(pace, voice)})`;
}

function markOf(task: TaskRun, run: Run): string {
  if (isResumed(task, run)) return SKIPPED_MARK;
  return taskMark(task.state, task.state === "failed" && task.failure.code === "cancelled");
}

function bold(text: string): string {
  return text === "" ? "" : `**${text}**`;
}

function resultOf(task: TaskRun, story: Story, voice: Voice): string {
  const { results } = story.words.summary;
  switch (task.state) {
    case "waiting":
      return isBehindShutGate(story) ? results.gateShut : results.skipped;
    case "running":
      return results.running;
    case "failed":
    case "unknown": {
      // What the gate counted says more than the headline, which stands above the table anyway.
      const counts = task.name === "gate" ? provedTask("gate", story, voice) : "";
      const scene = { ...story.scene, task: task.name };
      return counts === "" ? explain(story.words, task.failure, scene, voice).headline : counts;
    }
    case "proved":
      return provedTask(task.name, story, voice);
  }
}

function isBehindShutGate({ run }: Story): boolean {
  return run.tasks.some((task) => task.state === "failed" && task.failure.code === "data-dropped");
}

/** What a task that proved its work has to show for it. Also the words of its line in the log. */
export function provedTask(name: TaskRun["name"], story: Story, voice: Voice): string {
  const { run, username, words } = story;
  const { artifacts, ...facts } = run.facts;
  const found = { ...facts, username, ...(artifacts ? { artifacts: artifacts.length } : {}) };
  const result = provedResult(name, found, words.summary.results, voice);
  return name === "train" ? `${result}${names(artifacts ?? [], story, voice)}` : result;
}

function names(artifacts: readonly string[], { words }: Story, voice: Voice): string {
  const shown = artifacts.slice(0, MAX_NAMES).map((name) => voice.quote(cut(name, MAX_NAME_CHARS)));
  const rest = artifacts.length - shown.length;
  const all = rest > 0 ? [...shown, words.summary.more(rest, voice)] : shown;
  return all.length === 0 ? "" : `: ${all.join(", ")}`;
}
