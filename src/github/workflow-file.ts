import * as v from "valibot";
import type { JobPermissions } from "../settings/permissions.ts";
import { FIRST_ISSUE } from "../text/first-issue.ts";

/** A workflow as far as it decides what its jobs may and can reach. */
export interface WorkflowFile {
  readonly schedule: readonly CronLine[];
  readonly jobs: readonly WorkflowJob[];
  /** Names in capitals that any of its expressions reads. */
  readonly reads: { readonly vars: ReadonlySet<string>; readonly secrets: ReadonlySet<string> };
}

export interface CronLine {
  readonly cron: string;
  readonly timezone?: string | undefined;
}

export interface WorkflowJob {
  readonly id: string;
  /** Labels, any of which may be an expression. */
  readonly runsOn: readonly string[];
  /** May be an expression. */
  readonly environment: string | undefined;
  /** Its own or the workflow's; undefined where the repository's settings decide. */
  readonly permissions: JobPermissions | undefined;
  /** May be an expression. */
  readonly timeoutMinutes: string | undefined;
  readonly steps: readonly WorkflowStep[];
}

export interface WorkflowStep {
  readonly uses: string | undefined;
  readonly with: Readonly<Record<string, string>>;
}

const labels = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((one) => [one].flat()),
);
const permissions = v.union([
  v.picklist(["read-all", "write-all"]),
  v.record(v.string(), v.string()),
  v.pipe(
    v.null(),
    v.transform(() => ({})),
  ),
]);
const scalar = v.pipe(
  v.nullable(v.union([v.string(), v.number(), v.boolean()])),
  v.transform((one) => String(one ?? "")),
);
const step = v.object({
  uses: v.optional(v.string()),
  with: v.optional(v.record(v.string(), scalar), {}),
});
const job = v.object({
  "runs-on": v.optional(
    v.union([
      labels,
      v.pipe(
        v.object({ labels: v.optional(labels, []) }),
        v.transform((group) => group.labels),
      ),
    ]),
    [],
  ),
  environment: v.optional(
    v.union([
      v.string(),
      v.pipe(
        v.object({ name: v.string() }),
        v.transform(({ name }) => name),
      ),
    ]),
  ),
  permissions: v.optional(permissions),
  "timeout-minutes": v.optional(scalar),
  steps: v.optional(v.array(step), []),
});
/** Its other events may have any shape. */
const events = v.object({
  schedule: v.optional(
    v.array(v.object({ cron: v.string(), timezone: v.optional(v.string()) })),
    [],
  ),
});
const file = v.object({
  on: v.optional(
    v.union([
      events,
      v.pipe(
        v.union([v.string(), v.array(v.string())]),
        v.transform(() => ({ schedule: [] })),
      ),
    ]),
    { schedule: [] },
  ),
  permissions: v.optional(permissions),
  jobs: v.record(v.string(), job),
});

/** `vars.NAME` and `vars['NAME']`; GitHub takes names in any case. */
const READ = /\b(vars|secrets)(?:\.(\w+)|\['(\w+)'\])/gi;

/**
 * Reads the text of a workflow's file; undefined for what GitHub would not run. The parser is loaded
 * when there is something to parse.
 */
export async function readWorkflow(text: string): Promise<WorkflowFile | undefined> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  let content: unknown;
  let reads: WorkflowFile["reads"];
  try {
    content = document.toJS();
    reads = namesIn(JSON.stringify(content));
  } catch {
    // More aliases than anybody writes, or one in what it stands for.
    return undefined;
  }
  const read = v.safeParse(file, content, FIRST_ISSUE);
  if (!read.success) return undefined;
  const { on, permissions: common, jobs } = read.output;
  return {
    schedule: on.schedule,
    jobs: Object.entries(jobs).map(([id, one]) => ({
      id,
      runsOn: one["runs-on"],
      environment: one.environment,
      permissions: one.permissions ?? common,
      timeoutMinutes: one["timeout-minutes"],
      steps: one.steps.map(({ uses, with: inputs }) => ({ uses, with: inputs })),
    })),
    reads,
  };
}

/** Comments are no part of it. */
function namesIn(content: string): WorkflowFile["reads"] {
  const vars = new Set<string>();
  const secrets = new Set<string>();
  for (const [, store = "", plain, quoted] of content.matchAll(READ)) {
    const names = store.toLowerCase() === "vars" ? vars : secrets;
    names.add((plain ?? quoted ?? "").toUpperCase());
  }
  return { vars, secrets };
}
