import type { Delivery } from "../alerts/ports.ts";
import type { Run } from "../pipeline/run.ts";
import type { JobPermissions } from "../settings/permissions.ts";
import type { Plain } from "../text/plain.ts";
import type { Sight } from "./sight.ts";

/** All that a preflight needs from the world. None of them rejects for what the world does. */
export interface PreflightPorts {
  /** Health and log-in, as far as the settings allow; `undefined` where nobody knows which API. */
  readonly askApi: () => Promise<Run | undefined>;
  readonly look: () => Promise<Look>;
  readonly testAlerts: () => Promise<Tested>;
}

/** What became of a test message; absent where none was sent. */
export interface Tested {
  readonly notify?: Delivery;
  readonly ping?: Delivery;
}

/** What GitHub shows of a repository and of one workflow in it. */
export interface Look {
  readonly repository: Sight<RepositorySeen>;
  readonly file: Sight<FileSeen>;
  readonly state: Sight<WorkflowState>;
}

export interface RepositorySeen {
  readonly isPublic: boolean;
  readonly hasIssues: boolean;
  readonly defaultBranch: Plain;
  /** `undefined` while nothing was pushed. */
  readonly pushedAt: Date | undefined;
}

/** In GitHub's own words (docs.github.com/rest/actions/workflows). */
export const WORKFLOW_STATES = [
  "active",
  "deleted",
  "disabled_fork",
  "disabled_inactivity",
  "disabled_manually",
] as const;
export type WorkflowState = (typeof WORKFLOW_STATES)[number];

/** What lies on the default branch where the workflow's file should. */
export type FileSeen =
  | { readonly kind: "missing" }
  /** Something, but no workflow. */
  | { readonly kind: "unreadable" }
  | { readonly kind: "workflow"; readonly workflow: WorkflowSeen };

export interface WorkflowSeen {
  readonly schedule: readonly ScheduleLine[];
  readonly jobs: readonly JobSeen[];
}

export interface ScheduleLine {
  readonly cron: Plain;
  /** The `timezone` beside it. */
  readonly timeZone: Plain | undefined;
  /** `undefined` for a line that is none, or that never comes. */
  readonly nextAt: Date | undefined;
}

/** A job as its file has it: any text in it may be an expression, and none came through the door. */
export interface JobSeen {
  readonly id: Plain;
  readonly runsOn: readonly string[];
  /** Its own or the workflow's; `undefined` where the repository's settings decide. */
  readonly permissions: JobPermissions | undefined;
  readonly timeoutMinutes: string | undefined;
  readonly steps: readonly StepSeen[];
}

export interface StepSeen {
  readonly uses: string | undefined;
  readonly with: Readonly<Record<string, string>>;
}
