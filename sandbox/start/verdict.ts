import type { ActionRun } from "../runner.ts";
import type { StartWords } from "./words.ts";

/** What a person reads last in the terminal: how it went, and where to look. */
export function verdict(
  run: ActionRun,
  files: { markdown: string; page: string },
  words: StartWords,
): string {
  const where = run.summary === "" ? words.noSummary : words.open(files.page, files.markdown);
  return `${outcome(run, words)} ${where}`;
}

function outcome(run: ActionRun, words: StartWords): string {
  const result = run.outputs["result"];
  const seconds = words.seconds(run.durationMs);
  switch (result) {
    case "succeeded":
      return words.succeeded(seconds);
    case "failed":
    case "unknown":
    case "cancelled":
      return words.ended(seconds, result, reason(run, words));
    default:
      return words.noResult(seconds, ending(run, words));
  }
}

function reason({ outputs }: ActionRun, words: StartWords): string {
  const task = outputs["failed-task"] ? words.inTask(outputs["failed-task"]) : "";
  const code = outputs["failure-code"] ? ` (${outputs["failure-code"]})` : "";
  return `${task}${code}`;
}

function ending({ exitCode, signal }: ActionRun, words: StartWords): string {
  return signal === null ? words.exitCode(exitCode) : signal;
}
