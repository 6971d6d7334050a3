import type { ActionRun } from "../runner.ts";

/** What a person reads last in the terminal: how it went, and where to look. */
export function verdict(run: ActionRun, files: { markdown: string; page: string }): string {
  const where =
    run.summary === ""
      ? "It left no summary."
      : `Open ${files.page} in a browser to see the summary as GitHub shows it (its text: ${files.markdown}).`;
  return `${outcome(run)}. ${where}`;
}

function outcome(run: ActionRun): string {
  const result = run.outputs["result"];
  const seconds = `${(run.durationMs / 1000).toFixed(1)} s`;
  switch (result) {
    case "succeeded":
      return `The pipeline succeeded in ${seconds}`;
    case "failed":
    case "unknown":
    case "cancelled":
      return `The pipeline ended after ${seconds}: ${result}${reason(run)}`;
    default:
      return `The action ended after ${seconds} without a result (${ending(run)})`;
  }
}

function reason({ outputs }: ActionRun): string {
  const task = outputs["failed-task"] ? ` in ${outputs["failed-task"]}` : "";
  const code = outputs["failure-code"] ? ` (${outputs["failure-code"]})` : "";
  return `${task}${code}`;
}

function ending({ exitCode, signal }: ActionRun): string {
  return signal === null ? `exit code ${exitCode}` : signal;
}
