import { grants } from "../settings/permissions.ts";
import { fine, judged, unseen, off, type Check } from "./check.ts";
import type { Finding, Need, Needs } from "./finding.ts";
import type { OurJob } from "./our-jobs.ts";

/** In the order in which a file is wont to list them. */
const NEEDS: readonly Need[] = ["contents: read", "actions: read", "checks: read", "issues: write"];
/** What a repository's settings give at the least (docs.github.com, "Permissions for the GITHUB_TOKEN"). */
const STRICTEST = { contents: "read" };
const CHECKOUT = /^actions\/checkout@/i;

/**
 * Whether each job of ours may do what its settings ask for.
 *
 * @param isPublic then anybody may read its files; `undefined` where that is not known
 */
export function permissionCheck(jobs: readonly OurJob[], isPublic: boolean | undefined): Check {
  const findings = jobs.flatMap((job) => findingOf(job, needsOf(job, isPublic)));
  const wantsNothing = jobs.every((job) => needsOf(job, isPublic).length === 0);
  const otherwise = wantsNothing ? off("no-need") : fine({ kind: "permitted" });
  return {
    name: "permissions",
    outcome: judged(findings, jobs.length === 0 ? unseen("no-job") : otherwise),
  };
}

function findingOf({ seen }: OurJob, needs: readonly Need[]): readonly Finding[] {
  const { id: job, permissions } = seen;
  const lacks = asNeeds(needs.filter((need) => !grants(permissions ?? STRICTEST, need)));
  const all = asNeeds(needs);
  if (!lacks || !all) return [];
  return permissions === undefined
    ? [{ kind: "permissions-unsaid", job, lacks, needs: all }]
    : [{ kind: "not-permitted", job, lacks }];
}

function asNeeds([first, ...rest]: readonly Need[]): Needs | undefined {
  return first && [first, ...rest];
}

function needsOf({ seen, steps }: OurJob, isPublic: boolean | undefined): readonly Need[] {
  const asking = steps.filter(({ asksAsJob }) => asksAsJob);
  const remembers = asking.some(({ settings }) => settings.history > 0);
  const writesIssue = asking.some(({ settings }) => settings.alerts.failureIssue);
  const wanted: Readonly<Record<Need, boolean>> = {
    "contents: read": isPublic === false && seen.steps.some(({ uses = "" }) => CHECKOUT.test(uses)),
    "actions: read": remembers,
    "checks: read": remembers,
    "issues: write": writesIssue,
  };
  return NEEDS.filter((need) => wanted[need]);
}
