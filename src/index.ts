import type { Alerting } from "./alerting.ts";
import { createBooksApi } from "./books/api.ts";
import { createLedger } from "./github/ledger.ts";
import { wait } from "./http/deadline.ts";
import { send, type Sender } from "./http/send.ts";
import { runPipeline, type Ports } from "./pipeline/pipeline.ts";
import { refusedRun, type Run } from "./pipeline/run.ts";
import { onCancel } from "./runner/cancellation.ts";
import { clock } from "./runner/clock.ts";
import { placeOf } from "./runner/environment.ts";
import { leaveAlerts } from "./runner/left-alerts.ts";
import { linksOf } from "./runner/links.ts";
import { openLogbook } from "./runner/logbook.ts";
import { boundNameLookups } from "./runner/name-service.ts";
import { openReporter } from "./runner/reporter.ts";
import { hasAlerts } from "./settings/alerts.ts";
import type { Preset } from "./runner/runner.ts";
import { openStep, type Step } from "./runner/step.ts";
import { userAgent } from "./runner/user-agent.ts";
import type { Settings } from "./settings/settings.ts";
import { VERSION } from "./version.ts";

/** The whole pipeline as one step: the root action. Settles once everything is written. */
export const run = () => main({});
/** What a killed step could not say any more, and what a cancelled one had no time to tell. */
export const post = () => afterwards({});

/** From health to the gate. */
const SCRAPE: Preset = { tasks: "scrape" };
export const scrape = () => main(SCRAPE);
export const scrapePost = () => afterwards(SCRAPE);

/** From the log-in to verify: whether the API is healthy the scrape has seen. */
const TRAIN: Preset = { tasks: "train", "health-path": "none" };
export const train = () => main(TRAIN);
export const trainPost = () => afterwards(TRAIN);

/** @param preset the inputs that a door has settled */
async function main(preset: Preset): Promise<void> {
  const cancelled = onCancel();
  boundNameLookups(process.env);
  const step = await openStep(preset);
  const sender = senderFor(step);
  const reporter = openReporter(step);
  const { read } = step;
  const alerting = openAlerting(step, sender, cancelled, read.kind === "valid");

  let finished: Run;
  if (read.kind === "invalid") {
    finished = refusedRun(clock.today(), read.problems);
  } else {
    const logbook = openLogbook(step, cancelled);
    finished = await perform(read.settings, step, sender, cancelled, (event, now) => {
      reporter.follow(event, now);
      logbook.write(event, now);
    });
    logbook.close();
  }
  reporter.report(finished);
  if (cancelled.aborted) leaveAlerts(finished, step);
  else await (await alerting)?.end(finished);
  reporter.leave();
}

async function afterwards(preset: Preset): Promise<void> {
  boundNameLookups(process.env);
  const [step, { tellLeft }] = await Promise.all([openStep(preset), import("./afterwards.ts")]);
  const told = tellLeft(step);
  const never = new AbortController().signal;
  if (told) await (await openAlerting(step, senderFor(step), never, false))?.end(told);
}

/** Most runs alert nobody, and do without the code. */
async function openAlerting(
  step: Step,
  sender: Omit<Sender, "cancelled">,
  cancelled: AbortSignal,
  isBeginning: boolean,
): Promise<Alerting | undefined> {
  if (!hasAlerts(step.manner)) return undefined;
  const alerting = await import("./alerting.ts");
  return alerting.openAlerting(step, sender, cancelled, isBeginning);
}

function senderFor({ environment, manner }: Step): Omit<Sender, "cancelled"> {
  const { attempt } = linksOf(environment, manner.language);
  return { nowMs: clock.nowMs, userAgent: userAgent(VERSION, attempt) };
}

/** Runs the pipeline with the real API, GitHub and clock behind its ports. */
function perform(
  settings: Settings,
  { environment, event, door, mask }: Step,
  sender: Omit<Sender, "cancelled">,
  cancelled: AbortSignal,
  listen: Ports["listen"],
): Promise<Run> {
  const { pipeline, history, scheduleTimeZone } = settings;
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
        random: Math.random,
        send: (request) => send(request, { ...sender, cancelled }),
      }),
  });
}
