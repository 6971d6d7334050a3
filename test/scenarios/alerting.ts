import type { GitHub } from "../../sandbox/github/github.ts";
import type { ActionRun } from "../../sandbox/runner.ts";
import { READING } from "../sandbox/github/client.ts";

/** Who heard of a run without reading its summary. */

export const WRITING = { ...READING, issues: "write" } as const;
export const WITH_ISSUE = { "failure-issue": "true" };

export function issuesOn({ store }: GitHub): readonly string[] {
  return store.issues.list().map(({ state, comments }) => `${state}, ${comments.length} comments`);
}

/** The last paragraph about alerts. */
export function alertsIn({ summary }: ActionRun): string {
  return /^\*\*(?:Alerts|Alertas):\*\* (.*)$/mu.exec(summary)?.[1] ?? "";
}

export function warningsOf({ annotations }: ActionRun): readonly string[] {
  return annotations
    .filter(({ level }) => level === "warning")
    .map(({ title, message }) => `${title}: ${message}`);
}
