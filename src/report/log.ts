import { usualMs } from "../pipeline/history.ts";
import type { Recollection } from "../pipeline/ports.ts";
import type { RunEvent } from "../pipeline/run.ts";
import { pastOf } from "./past.ts";
import { explain } from "./speak.ts";
import type { Story } from "./story.ts";
import { provedTask } from "./tasks-table.ts";
import { plainVoice } from "./voice.ts";

/** A line of the step's log; `debug` shows only when step debug logging is on. */
export interface LogLine {
  readonly level: "info" | "debug";
  readonly text: string;
}

/** What the log says of an event, right after it happened. */
export function logLineOf(event: RunEvent, story: Story): LogLine {
  const { words } = story;
  const voice = plainVoice(story.format);
  switch (event.kind) {
    case "task-started":
      return { level: "info", text: words.log.taskStarted(words.summary.tasks[event.task]) };
    case "task-ended": {
      const task = story.run.tasks.find(({ name }) => name === event.task);
      const tookMs = task && "tookMs" in task ? task.tookMs : 0;
      const name = words.summary.tasks[event.task];
      if (event.end.kind === "proved") {
        const result = provedTask(event.task, story, voice).replaceAll("**", "");
        return { level: "info", text: words.log.taskProved(name, result, tookMs, voice) };
      }
      const { headline } = explain(
        words,
        event.end.failure,
        { ...story.scene, task: event.task },
        voice,
      );
      return { level: "info", text: words.log.taskEnded(name, `${headline}.`, tookMs, voice) };
    }
    case "waiting": {
      const scene = { ...story.scene, task: event.task };
      const { what } = explain(words, event.failure, scene, voice);
      return { level: "info", text: words.log.waiting(what, event.waitMs, voice) };
    }
    case "recalled":
      return { level: "debug", text: recalled(event.recollection) };
    case "request-ended": {
      const { method, path, answer, tookMs, bytes, attempt } = event.request;
      const took = `${Math.round(tookMs)} ms`;
      return {
        level: "debug",
        text: `${method} ${path} -> ${answer}, ${bytes} bytes, ${took}, attempt ${attempt}`,
      };
    }
  }
}

function recalled({ memory }: Recollection): string {
  switch (memory.kind) {
    case "found":
      return `history: ${memory.history.runs.length} earlier runs`;
    case "not-wanted":
      return "history: not wanted";
    case "unavailable":
      return `history: ${memory.reason}`;
  }
}

/** The log's first lines. */
export function openingLines({ words, version, pipeline, isPreflight }: Story): readonly string[] {
  const first = words.log.starting(version, pipeline);
  return isPreflight ? [first, words.log.dryRun] : [first];
}

/** What the log says of a task that is silent; `undefined` when none is at work. */
export function heartbeatLine(story: Story, sinceMs: number): string | undefined {
  const { run, words, format } = story;
  const task = run.tasks.find(({ state }) => state === "running");
  const past = pastOf(run);
  const isTimed = task?.name === "scrape" || task?.name === "train";
  const usual = past && isTimed ? usualMs(past, task.name) : undefined;
  const voice = plainVoice(format);
  return task && words.log.stillWorking(words.summary.tasks[task.name], sinceMs, usual, voice);
}
