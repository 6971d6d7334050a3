import { createBooksApi } from "./books/api.ts";
import { createLedger } from "./github/ledger.ts";
import { wait } from "./http/deadline.ts";
import { send, type Sender } from "./http/send.ts";
import { runPipeline, type Ports } from "./pipeline/pipeline.ts";
import { refusedRun, type Run } from "./pipeline/run.ts";
import { subjectOf } from "./report/alerts/subject.ts";
import { chronicleOf } from "./report/chronicle.ts";
import { onCancel } from "./runner/cancellation.ts";
import { clock } from "./runner/clock.ts";
import { placeOf } from "./runner/environment.ts";
import { leave } from "./runner/leave.ts";
import { openLogbook, type Logbook } from "./runner/logbook.ts";
import { boundNameLookups } from "./runner/name-service.ts";
import { openRunReporter, type RunReporter } from "./runner/run-reporter.ts";
import { openStep, type Step } from "./runner/step.ts";
import { openWatchStep } from "./runner/watch-step.ts";
import { senderFor } from "./sender.ts";
import { PREFLIGHT, ROOT, SCRAPE, TRAIN, type Preset } from "./settings/presets.ts";
import type { Settings } from "./settings/settings.ts";
import { hasAlerts } from "./settings/alerts.ts";
import { openWantedAlerting } from "./wanted-alerting.ts";

/** The whole pipeline as one step: the root action. Settles once everything is written. */
export const run = () => main(ROOT);
/** What a killed step could not say any more, and what a cancelled one had no time to tell. */
export const post = () => afterwards(ROOT);

export const scrape = () => main(SCRAPE);
export const scrapePost = () => afterwards(SCRAPE);

export const train = () => main(TRAIN);
export const trainPost = () => afterwards(TRAIN);

export const preflight = () => main(PREFLIGHT);
export const preflightPost = () => afterwards(PREFLIGHT);

/** One summary for a run of many jobs. */
export async function report(): Promise<void> {
  const cancelled = onCancel();
  boundNameLookups(process.env);
  const { reportJobs } = await import("./joint.ts");
  await reportJobs(cancelled);
}
/** All that a killed step could not say, or the alerts alone that a cancelled one had no time for. */
export async function reportPost(): Promise<void> {
  boundNameLookups(process.env);
  const { reportJobsLate } = await import("./joint.ts");
  await reportJobsLate();
}

/** Whether a pipeline still succeeds, by what its runs left: it never talks to the API. */
export async function watch(): Promise<void> {
  const cancelled = onCancel();
  boundNameLookups(process.env);
  const [step, { keepWatch }] = await Promise.all([openWatchStep(), import("./watching.ts")]);
  leave((await keepWatch(step, { ...senderFor(step), cancelled }, Math.random)) ? 0 : 1);
}

async function main(preset: Preset): Promise<void> {
  const cancelled = onCancel();
  boundNameLookups(process.env);
  const step = await openStep(preset);
  const sender = senderFor(step);
  const reporter = openRunReporter(step);
  if (step.manner.dryRun) await look(step, sender, reporter, cancelled);
  else await work(step, sender, reporter, cancelled);
  reporter.leave();
}

async function work(
  step: Step,
  sender: Omit<Sender, "cancelled">,
  reporter: RunReporter,
  cancelled: AbortSignal,
): Promise<void> {
  const { read } = step;
  const alerting = openWantedAlerting(step, sender, cancelled, read.kind === "valid");

  let finished: Run;
  if (read.kind === "invalid") {
    finished = refusedRun(clock.today(), read.problems);
  } else {
    const logbook = openLogbook(step, cancelled);
    const listen = tellingTo(reporter, logbook);
    finished = await perform(read.settings, step, sender, cancelled, listen);
    logbook.close();
  }
  reporter.report(finished);
  // The runner gives a cancelled step some seconds, and its post step all that it needs.
  if (!cancelled.aborted) await tellOthers(finished, step, alerting);
  if (!cancelled.aborted || !hasAlerts(step.manner)) reporter.settle();
}

/** A preflight. What it alone needs, its words among it, is read when there is one. */
async function look(
  step: Step,
  sender: Omit<Sender, "cancelled">,
  reporter: RunReporter,
  cancelled: AbortSignal,
): Promise<void> {
  const { lookAround } = await import("./preflighting.ts");
  const logbook = openLogbook(step, cancelled);
  const listen = tellingTo(reporter, logbook);
  const { run: looked, report: make } = await lookAround(
    step,
    { ...sender, cancelled },
    (settings, reachWithinMs) => perform(settings, step, sender, cancelled, listen, reachWithinMs),
  );
  logbook.close();
  reporter.report(looked, make);
  reporter.settle();
}

function tellingTo(reporter: RunReporter, logbook: Logbook): Ports["listen"] {
  return (event, now) => {
    reporter.follow(event, now);
    logbook.write(event, now);
  };
}

async function afterwards(preset: Preset): Promise<void> {
  boundNameLookups(process.env);
  const [step, { tellLeft }] = await Promise.all([openStep(preset), import("./afterwards.ts")]);
  const left = tellLeft(step);
  if (!left) return;
  const never = new AbortController().signal;
  await tellOthers(left.run, step, openWantedAlerting(step, senderFor(step), never, false));
  left.settle();
}

async function tellOthers(
  told: Run,
  { tell }: Step,
  alerting: ReturnType<typeof openWantedAlerting>,
): Promise<void> {
  const story = tell(told);
  await (await alerting)?.end(chronicleOf(story), () => subjectOf(story));
}

/** Runs the pipeline with the real API, GitHub and clock behind its ports. */
function perform(
  settings: Settings,
  { environment, event, door, mask }: Step,
  sender: Omit<Sender, "cancelled">,
  cancelled: AbortSignal,
  listen: Ports["listen"],
  reachWithinMs = Number.POSITIVE_INFINITY,
): Promise<Run> {
  const { pipeline, scheduleTimeZone, dryRun } = settings;
  // A preflight says nothing of how the runs before it fared.
  const history = dryRun ? 0 : settings.history;
  // A re-run bears the event of the first attempt, and is late for nothing.
  const isFired = event.cron !== undefined && environment.attempt === 1;
  const fired = isFired
    ? { cron: event.cron, timeZone: scheduleTimeZone, startedAt: clock.today() }
    : undefined;
  const pause = (ms: number) => wait(ms, cancelled);
  return runPipeline(settings, {
    clock,
    pause,
    door,
    cancelled,
    listen,
    attempt: environment.attempt,
    ledger: createLedger(
      settings.githubToken,
      placeOf(environment),
      { pipeline, parts: [], runs: history, fired },
      sender,
    ),
    connect: (heard) =>
      createBooksApi(settings, {
        clock,
        door,
        pause,
        mask,
        heard,
        reachWithinMs,
        random: Math.random,
        send: (request) => send(request, { ...sender, cancelled }),
      }),
  });
}
