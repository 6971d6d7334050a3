import { createLedger } from "./github/ledger.ts";
import type { Sender } from "./http/send.ts";
import { weighJobs, type Heard, type JointRun } from "./pipeline/joint.ts";
import { jointLogLines, jointSubjectOf } from "./report/joint/report.ts";
import { jointChronicleOf, type JointStory } from "./report/joint/story.ts";
import { clock } from "./runner/clock.ts";
import { placeOf } from "./runner/environment.ts";
import { composeJoint, leftBy, openJointReporter } from "./runner/joint-reporter.ts";
import { publishForPeople } from "./runner/publish.ts";
import { openReportStep, type ReportStep } from "./runner/report-step.ts";
import { readToldRun } from "./runner/told-run.ts";
import { senderFor } from "./sender.ts";
import { hasAlerts } from "./settings/alerts.ts";
import { namesOfJob } from "./settings/manner.ts";
import { openWantedAlerting } from "./wanted-alerting.ts";

/** Tells of the jobs that this one waited for as of one run. Settles once everything is written. */
export async function reportJobs(cancelled: AbortSignal): Promise<void> {
  const step = await openReportStep();
  const sender = senderFor(step);
  const untold = storyOf({ jobs: [], startedAt: clock.today() }, step);
  const reporter = openJointReporter(step, untold);
  step.runner.info(step.words.log.starting(untold.version, untold.pipeline));

  const story = await recount(step, { ...sender, cancelled });
  jointLogLines(story).forEach((line) => step.runner.info(line));
  reporter.report(story);
  // The runner gives a cancelled step some seconds, and its post step all that it needs.
  if (!cancelled.aborted) await alertOf(story, step, sender, cancelled);
  if (!cancelled.aborted || !hasAlerts(step.manner)) reporter.settle();
  reporter.leave();
}

/** What a killed step could not say any more, and what a cancelled one had no time to tell. */
export async function reportJobsLate(): Promise<void> {
  const step = await openReportStep();
  const left = leftBy(step);
  if (left === "nothing") return;
  const sender = senderFor(step);
  const { signal } = new AbortController();
  const story = await recount(step, { ...sender, cancelled: signal });
  if (left === "everything") publishForPeople(composeJoint(story, step), step);
  await alertOf(story, step, sender, signal);
}

/** What became of the jobs, by what they handed on and by what GitHub knows of them. */
async function recount(step: ReportStep, sender: Sender): Promise<JointStory> {
  return storyOf(await gather(step, sender), step);
}

async function gather(step: ReportStep, sender: Sender): Promise<JointRun> {
  const { read, manner, environment, event } = step;
  const { attempt } = environment;
  const heard = manner.needs.map(({ job, result, run }): Heard => ({
    job,
    result,
    told: readToldRun(run, attempt),
  }));
  const begun = beginningOf(heard, attempt);
  const startedAt = begun ?? clock.today();
  const namesOf = namesOfJobs(step);
  if (read.kind === "invalid") {
    const { problems } = read;
    const jobs = weighJobs(heard, { told: [], attempt, namesOf });
    return { jobs, startedAt, failure: { code: "settings-invalid", problems } };
  }

  const { pipeline, history, scheduleTimeZone, githubToken } = read.settings;
  // A re-run bears the event of the first attempt, and is late for nothing. When the jobs of this one
  // began the first of them says; without its word this job's own start would pass for a delay.
  const isFired = event.cron !== undefined && attempt === 1 && begun !== undefined;
  const ledger = createLedger(
    githubToken,
    placeOf(environment),
    {
      pipeline,
      parts: partsOf(step),
      runs: history,
      fired: isFired ? { cron: event.cron, timeZone: scheduleTimeZone, startedAt } : undefined,
    },
    sender,
  );
  const recollection = await ledger.recall(sender.cancelled);
  const { memory } = recollection;
  const told = memory.kind === "found" ? (memory.history.parts ?? []) : [];
  return { jobs: weighJobs(heard, { told, attempt, namesOf }), startedAt, recollection };
}

/** When the first job of this attempt began; `undefined` where none of them says it. */
function beginningOf(heard: readonly Heard[], attempt: number): Date | undefined {
  return heard
    .flatMap(({ told }) => (told?.account && told.entry.attempt === attempt ? [told.account] : []))
    .map(({ startedAt }) => startedAt)
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
}

function storyOf(
  run: JointRun,
  { read, telling, manner: { history, summary } }: ReportStep,
): JointStory {
  // Of settings that are not right nobody knows which summary they ask for.
  return { ...telling, run, history, summary: read.kind === "valid" ? summary : "full" };
}

/** Tells those who do not look at every run; of one in which nothing ran there is nothing to tell. */
async function alertOf(
  story: JointStory,
  step: ReportStep,
  sender: Omit<Sender, "cancelled">,
  cancelled: AbortSignal,
): Promise<void> {
  const chronicle = jointChronicleOf(story);
  if (!chronicle) return;
  const alerting = await openWantedAlerting(step, sender, cancelled, false, partsOf(step));
  await alerting?.end(chronicle, () => jointSubjectOf(chronicle));
}

function partsOf(step: ReportStep): readonly string[] {
  return step.manner.needs.map(({ job }) => job).flatMap(namesOfJobs(step));
}

function namesOfJobs({ manner, runner }: ReportStep): (job: string) => readonly string[] {
  return (job) => namesOfJob(job, manner.pipeline, runner.inputs);
}
