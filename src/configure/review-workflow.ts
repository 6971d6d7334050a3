import type { WorkflowFile, WorkflowJob } from "../github/workflow-file.ts";
import { hostKindOf } from "../settings/host.ts";
import { actionUsed, type ActionHome } from "../settings/action-use.ts";
import { grants } from "../settings/permissions.ts";
import type { Level } from "./review.ts";
import { VALUE_NAMES, type ValueName } from "./values.ts";

/** What is amiss with a workflow file, for the settings as they stand. */
export type WorkflowFinding =
  | { readonly kind: "workflow-unreadable" }
  | { readonly kind: "action-missing" }
  /** Zeros, as in the example: no repository has that commit. */
  | { readonly kind: "action-placeholder" }
  /** A branch or a tag: somebody else decides what runs. */
  | { readonly kind: "action-unpinned"; readonly uses: string }
  | { readonly kind: "value-unread"; readonly name: ValueName; readonly store: Store }
  /** A setting of ours that this file is too old to read. */
  | { readonly kind: "setting-unread"; readonly name: string }
  | { readonly kind: "permissions-unstated"; readonly needed: readonly string[] }
  | { readonly kind: "permission-missing"; readonly permission: string }
  /** To check out a private repository takes it. */
  | { readonly kind: "contents-missing" }
  | { readonly kind: "environment-unnamed"; readonly environment: string }
  | {
      readonly kind: "runner-outside";
      readonly host: string;
      readonly label: string;
      readonly isPublic: boolean;
    }
  /** Which may be meant: without such a runner, a run waits for a day, and ends. */
  | { readonly kind: "runner-own"; readonly host: string; readonly label: string };

export type Store = "vars" | "secrets";

/** What the workflow has to fit. */
export interface Circumstances {
  /** What GitHub holds. */
  readonly levels: readonly Level[];
  /** The variables that the newest file reads. */
  readonly shipped: ReadonlySet<string>;
  readonly environment: string | undefined;
  readonly isPublic: boolean;
  readonly home: ActionHome;
}

/**
 * Looks at the jobs that use this action, and at what the whole file reads.
 *
 * @param file undefined: it cannot be read
 */
export function reviewWorkflow(
  file: WorkflowFile | undefined,
  circumstances: Circumstances,
): readonly WorkflowFinding[] {
  if (!file) return [{ kind: "workflow-unreadable" }];
  const isOurs = ({ steps }: WorkflowJob) =>
    steps.some(({ uses }) => actionUsed(uses, circumstances.home) !== undefined);
  const jobs = file.jobs.filter(isOurs);
  if (jobs.length === 0) return [{ kind: "action-missing" }];
  const findings = [
    ...jobs.flatMap((job) => [
      ...pinFindings(job, circumstances),
      ...permissionFindings(job, circumstances),
      ...environmentFindings(job, circumstances),
      ...runnerFindings(job, circumstances),
    ]),
    ...nameFindings(file, circumstances),
  ];
  // Several jobs have the same to say.
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}

function pinFindings({ steps }: WorkflowJob, { home }: Circumstances): readonly WorkflowFinding[] {
  return steps.flatMap(({ uses = "" }): readonly WorkflowFinding[] => {
    const action = actionUsed(uses, home);
    if (action?.kind !== "remote") return [];
    if (/^0+$/.test(action.ref)) return [{ kind: "action-placeholder" }];
    return /^[\da-f]{40}$/.test(action.ref) ? [] : [{ kind: "action-unpinned", uses }];
  });
}

function permissionFindings(
  { permissions, steps }: WorkflowJob,
  { isPublic }: Circumstances,
): readonly WorkflowFinding[] {
  const alerts = steps.some(({ with: inputs }) => isOn(inputs["failure-issue"]));
  const needed = ["actions: read", "checks: read", ...(alerts ? ["issues: write"] : [])];
  if (permissions === undefined) return [{ kind: "permissions-unstated", needed }];
  const checksOut = steps.some(({ uses }) => uses?.startsWith("actions/checkout@"));
  return [
    ...(checksOut && !isPublic && !grants(permissions, "contents: read")
      ? [{ kind: "contents-missing" } as const]
      : []),
    ...needed
      .filter((permission) => !grants(permissions, permission))
      .map((permission) => ({ kind: "permission-missing", permission }) as const),
  ];
}

function isOn(input = ""): boolean {
  return !/^(?:false)?$/i.test(input);
}

function environmentFindings(
  job: WorkflowJob,
  { environment }: Circumstances,
): readonly WorkflowFinding[] {
  if (environment === undefined) return [];
  const named = job.environment ?? "";
  const isNamed = isExpression(named) || named.toLowerCase() === environment.toLowerCase();
  return isNamed ? [] : [{ kind: "environment-unnamed", environment }];
}

/** GitHub's own machines by their labels; a machine of one's own may have any other. */
const HOSTED = /^(?:ubuntu|windows|macos)-/i;
/** What this command writes; whoever chose a label of their own has such a runner. */
const OWN = /^self-hosted$/i;

function runnerFindings(
  { runsOn }: WorkflowJob,
  { levels, isPublic }: Circumstances,
): readonly WorkflowFinding[] {
  const address = levels.map(({ kept }) => kept.variables.get("API_URL")).find(Boolean);
  const url = address === undefined ? null : URL.parse(address);
  if (!url) return [];
  const { host, hostname } = url;
  if (hostKindOf(hostname) === "public") {
    const label = runsOn.find((one) => OWN.test(one));
    return label === undefined ? [] : [{ kind: "runner-own", host, label }];
  }
  const label = runsOn.find((one) => HOSTED.test(one));
  return label === undefined ? [] : [{ kind: "runner-outside", host, label, isPublic }];
}

function nameFindings(
  { reads }: WorkflowFile,
  { levels, shipped }: Circumstances,
): readonly WorkflowFinding[] {
  const isSet = (store: Store, name: string) =>
    levels.some(({ kept }) => (store === "vars" ? kept.variables : kept.secrets).has(name));
  const variables = new Set(levels.flatMap(({ kept }) => [...kept.variables.keys()]));
  return [
    ...VALUE_NAMES.flatMap((name) => {
      const store = storeOf(name, isSet("secrets", name));
      const isUnread = isSet(store, name) && !reads[store].has(name);
      return isUnread ? [{ kind: "value-unread", name, store } as const] : [];
    }),
    ...[...variables]
      .filter((name) => name.startsWith("ORQUESTRA_") && shipped.has(name))
      .filter((name) => !reads.vars.has(name))
      .map((name) => ({ kind: "setting-unread", name }) as const),
  ];
}

/** The user name counts as a variable where there is no secret of its name. */
function storeOf(name: ValueName, isSecret: boolean): Store {
  switch (name) {
    case "API_URL":
      return "vars";
    case "API_USERNAME":
      return isSecret ? "secrets" : "vars";
    case "API_PASSWORD":
      return "secrets";
  }
}

function isExpression(text: string): boolean {
  return text.includes("${{");
}
