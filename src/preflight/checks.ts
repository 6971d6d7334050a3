import type { Run } from "../pipeline/run.ts";
import type { ActionHome } from "../settings/action-use.ts";
import type { JobMinutes } from "../settings/preflight.ts";
import type { Placeless, SettingsProblem } from "../settings/settings.ts";
import type { Door } from "../text/plain.ts";
import { alertChecks } from "./alert-checks.ts";
import { apiChecks } from "./api-checks.ts";
import { fine, judged, unseen, type Check, type CheckName } from "./check.ts";
import type { Finding } from "./finding.ts";
import { jobTimeCheck } from "./job-time-check.ts";
import { ourJobs, type OurJob, type OwnStep } from "./our-jobs.ts";
import { permissionCheck } from "./permission-check.ts";
import type { Look, Tested, WorkflowSeen } from "./ports.ts";
import { scheduleChecks } from "./schedule-checks.ts";
import { issuesCheck, runnerCheck, type RunnerKind } from "./surroundings.ts";
import { workflowChecks } from "./workflow-checks.ts";

/** What a preflight is of. */
export interface Subject {
  readonly problems: readonly SettingsProblem[];
  /** With a default in place of what is wrong. */
  readonly settings: Placeless;
  readonly isEncrypted: boolean;
  readonly jobMinutes: JobMinutes;
  readonly home: ActionHome;
  readonly runner: RunnerKind;
  readonly now: Date;
  readonly own: OwnStep;
  readonly door: Door;
}

/** All that the world said. */
export interface Heard {
  /** `undefined` where the API could not be asked. */
  readonly run: Run | undefined;
  readonly look: Look;
  readonly tested: Tested;
}

/** Every check, in the order in which they are told. */
export function checksOf(subject: Subject, { run, look, tested }: Heard): readonly Check[] {
  const { settings, isEncrypted, now, home, own, door } = subject;
  const workflow = workflowIn(look);
  const jobs = workflow === undefined ? [] : ourJobs(workflow, home, own, door);
  return [
    settingsCheck(subject.problems),
    ...apiChecks(run, { isEncrypted, hasHealthPage: settings.paths.health !== undefined }),
    ...workflowChecks(look, jobs, now),
    ...(workflow === undefined ? unseenOfFile(look) : fileChecks(workflow, jobs, look, subject)),
    ...alertChecks(settings.alerts, tested),
  ];
}

function settingsCheck(problems: readonly SettingsProblem[]): Check {
  const findings = problems.map((problem): Finding => ({ kind: "setting", problem }));
  return { name: "settings", outcome: judged(findings, fine({ kind: "valid" })) };
}

function workflowIn({ file }: Look): WorkflowSeen | undefined {
  return file.kind === "seen" && file.value.kind === "workflow" ? file.value.workflow : undefined;
}

/** Which look into the file of the workflow. */
const OF_FILE: readonly CheckName[] = [
  "schedule",
  "time-zone",
  "permissions",
  "job-time",
  "runner",
  "issues",
];

function unseenOfFile({ file }: Look): readonly Check[] {
  const why = file.kind === "unseen" ? file.why : "no-workflow";
  return OF_FILE.map((name) => ({ name, outcome: unseen(why) }));
}

function fileChecks(
  workflow: WorkflowSeen,
  jobs: readonly OurJob[],
  { repository }: Look,
  { door, jobMinutes, runner }: Subject,
): readonly Check[] {
  const isPublic = repository.kind === "seen" ? repository.value.isPublic : undefined;
  return [
    ...scheduleChecks(workflow.schedule, jobs, door),
    permissionCheck(jobs, isPublic),
    jobTimeCheck(jobs, jobMinutes, door),
    runnerCheck(jobs, runner, isPublic, door),
    issuesCheck(jobs, repository),
  ];
}
