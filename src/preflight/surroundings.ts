import type { Door, Plain } from "../text/plain.ts";
import { fine, judged, off, unseen, type Check, type Outcome } from "./check.ts";
import type { Finding } from "./finding.ts";
import type { OurJob } from "./our-jobs.ts";
import type { RepositorySeen } from "./ports.ts";
import type { Sight } from "./sight.ts";

/** What kind of machine runs this preflight. */
export type RunnerKind = "github-hosted" | "self-hosted" | "unknown";

const MAX_LABELS_CHARS = 100;

/** Whether the machine of each job is one that the repository may use, and the one that was looked from. */
export function runnerCheck(
  jobs: readonly OurJob[],
  own: RunnerKind,
  isPublic: boolean | undefined,
  door: Door,
): Check {
  const machines = jobs.map(({ seen }) => ({
    job: seen.id,
    labels: door(seen.runsOn.join(", "), MAX_LABELS_CHARS),
    kind: kindOf(seen.runsOn),
  }));
  const findings = machines.flatMap(({ job, labels, kind }): readonly Finding[] => [
    ...(kind === "self-hosted" && isPublic ? [{ kind: "strangers-code", job } as const] : []),
    ...(kind !== "unknown" && own !== "unknown" && kind !== own
      ? [{ kind: "other-runner", job, labels } as const]
      : []),
  ]);
  return { name: "runner", outcome: judged(findings, otherwise(machines)) };
}

function otherwise(
  machines: readonly { readonly labels: Plain; readonly kind: RunnerKind }[],
): Outcome {
  const [first] = machines;
  if (first === undefined) return unseen("no-job");
  return machines.some(({ kind }) => kind === "unknown")
    ? unseen("runner-unclear")
    : fine({ kind: "runs-on", labels: first.labels });
}

/** A label of one's own may be a larger machine of GitHub's as well as a self-hosted one. */
function kindOf(runsOn: readonly string[]): RunnerKind {
  if (runsOn.some((label) => /^self-hosted$/i.test(label))) return "self-hosted";
  const isHosted =
    runsOn.length === 1 && runsOn.every((label) => /^(ubuntu|windows|macos)-/i.test(label));
  return isHosted ? "github-hosted" : "unknown";
}

/** Whether there can be an issue where one is wanted. */
export function issuesCheck(jobs: readonly OurJob[], repository: Sight<RepositorySeen>): Check {
  const isWanted = jobs.some(({ steps }) =>
    steps.some(({ settings }) => settings.alerts.failureIssue),
  );
  const notWanted = jobs.length === 0 ? unseen("no-job") : off("no-failure-issue");
  return { name: "issues", outcome: isWanted ? issuesOutcome(repository) : notWanted };
}

function issuesOutcome(repository: Sight<RepositorySeen>): Outcome {
  if (repository.kind === "unseen") return repository;
  return judged(
    repository.value.hasIssues ? [] : [{ kind: "issues-off" }],
    fine({ kind: "issues-on" }),
  );
}
