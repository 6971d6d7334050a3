import { disabledInDays } from "../pipeline/schedule.ts";
import { fine, judged, unseen, type Check, type Outcome } from "./check.ts";
import type { Finding } from "./finding.ts";
import type { OurJob } from "./our-jobs.ts";
import type { Look, RepositorySeen } from "./ports.ts";
import type { Sight } from "./sight.ts";

/** Whether GitHub has the workflow, and would start it. */
export function workflowChecks(look: Look, jobs: readonly OurJob[], now: Date): readonly Check[] {
  return [
    { name: "workflow", outcome: fileOutcome(look, jobs) },
    { name: "enabled", outcome: enabledOutcome(look, now) },
  ];
}

function fileOutcome({ file, repository }: Look, jobs: readonly OurJob[]): Outcome {
  if (file.kind === "unseen") return file;
  const branch = repository.kind === "seen" ? repository.value.defaultBranch : undefined;
  switch (file.value.kind) {
    case "missing":
      return judged([{ kind: "workflow-missing", branch }], unseen("no-workflow"));
    case "unreadable":
      return judged([{ kind: "workflow-unreadable" }], unseen("no-workflow"));
    case "workflow":
      return judged(jobs.flatMap(refusedSteps), fine({ kind: "file", branch }));
  }
}

function refusedSteps({ seen, steps }: OurJob): readonly Finding[] {
  const inputs = new Set(steps.flatMap(({ problems }) => problems.map(({ input }) => input)));
  return inputs.size === 0 ? [] : [{ kind: "step-refused", job: seen.id, inputs: [...inputs] }];
}

function enabledOutcome({ file, state, repository }: Look, now: Date): Outcome {
  if (file.kind === "seen" && file.value.kind === "missing") return unseen("no-workflow");
  if (state.kind === "unseen") return state;
  if (state.value !== "active") {
    return judged([{ kind: "workflow-off", state: state.value }], fine({ kind: "active" }));
  }
  const isScheduled =
    file.kind === "seen" &&
    file.value.kind === "workflow" &&
    file.value.workflow.schedule.length > 0;
  const days = isScheduled ? daysLeft(repository, now) : undefined;
  return judged(days === undefined ? [] : [{ kind: "off-soon", days }], fine({ kind: "active" }));
}

function daysLeft(repository: Sight<RepositorySeen>, now: Date): number | undefined {
  if (repository.kind === "unseen") return undefined;
  const { isPublic, pushedAt } = repository.value;
  return isPublic && pushedAt ? disabledInDays(pushedAt, now) : undefined;
}
