import type { Undelivered } from "../alerts/ports.ts";
import type { Failure } from "../pipeline/failure.ts";
import type { TaskName } from "../pipeline/names.ts";
import type { SettingsProblem } from "../settings/settings.ts";
import type { Plain } from "../text/plain.ts";
import type { WorkflowState } from "./ports.ts";

/** One thing that is not as it should be; each has its sentences, which say who can fix it and how. */
export type Finding =
  | { readonly kind: "setting"; readonly problem: SettingsProblem }
  | { readonly kind: "api"; readonly task: TaskName; readonly failure: Failure }
  | { readonly kind: "workflow-missing"; readonly branch: Plain | undefined }
  | { readonly kind: "workflow-unreadable" }
  /** Values that stand in the file itself, and cannot be right. */
  | { readonly kind: "step-refused"; readonly job: Plain; readonly inputs: readonly string[] }
  | { readonly kind: "workflow-off"; readonly state: Exclude<WorkflowState, "active"> }
  /** GitHub disables the schedule of a public repository that nobody is active in. */
  | { readonly kind: "off-soon"; readonly days: number }
  | { readonly kind: "no-schedule" }
  | { readonly kind: "cron-unreadable"; readonly cron: Plain }
  /** GitHub starts late what is due at the start of an hour, or drops it. */
  | { readonly kind: "on-the-hour"; readonly cron: Plain }
  | { readonly kind: "zone-unknown"; readonly zone: Plain }
  | {
      readonly kind: "zones-differ";
      /** What stands beside `cron`; GitHub takes UTC where nothing does. */
      readonly beside: Plain | undefined;
      /** What `schedule-timezone` of the job says. */
      readonly told: string;
      readonly job: Plain;
    }
  /** Of lines in different zones, one fixed `schedule-timezone` is wrong for some. */
  | {
      readonly kind: "zones-several";
      /** Two lines that differ. */
      readonly one: ZonedLine;
      readonly other: ZonedLine;
      readonly told: string;
      readonly job: Plain;
    }
  | { readonly kind: "not-permitted"; readonly job: Plain; readonly lacks: Needs }
  /** Its file does not say what the job may: the repository's settings decide. */
  | {
      readonly kind: "permissions-unsaid";
      readonly job: Plain;
      /** Where those are as strict as they come. */
      readonly lacks: Needs;
      /** All that it has to list, as what is not listed is then not granted. */
      readonly needs: Needs;
    }
  | {
      readonly kind: "time-too-short";
      readonly job: Plain;
      readonly minutes: number;
      readonly leastMinutes: number;
      readonly limit: Limit;
    }
  | { readonly kind: "strangers-code"; readonly job: Plain }
  /** What the preflight saw of the network holds for another kind of machine than the job's. */
  | { readonly kind: "other-runner"; readonly job: Plain; readonly labels: Plain }
  | { readonly kind: "issues-off" }
  | {
      readonly kind: "not-delivered";
      readonly input: "notify-url" | "ping-url";
      readonly why: Undelivered;
    };

export interface ZonedLine {
  readonly cron: Plain;
  readonly zone: string;
}

/** What ends a job that takes too long. */
export type Limit =
  /** Nothing in its file: GitHub's own. */
  | { readonly kind: "none" }
  | { readonly kind: "line" }
  | { readonly kind: "variable"; readonly name: Plain };

/** A permission of a job, and what its settings want it for. */
export type Need = "actions: read" | "checks: read" | "contents: read" | "issues: write";
export type Needs = readonly [Need, ...Need[]];

/**
 * `error`: a run will fail because of it, will not come, or will not do what the settings ask for.
 * `warning`: it may.
 */
export type Severity = "error" | "warning";

export function severityOf(finding: Finding): Severity {
  switch (finding.kind) {
    case "setting":
    case "api":
    case "workflow-missing":
    case "workflow-unreadable":
    case "step-refused":
    case "workflow-off":
    case "cron-unreadable":
    case "zone-unknown":
    case "zones-differ":
    case "not-permitted":
    case "time-too-short":
    case "issues-off":
      return "error";
    case "off-soon":
    case "no-schedule":
    case "on-the-hour":
    case "zones-several":
    case "permissions-unsaid":
    case "strangers-code":
    case "other-runner":
    case "not-delivered":
      return "warning";
  }
}
