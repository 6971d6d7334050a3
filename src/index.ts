import { createBooksApi } from "./books/api.ts";
import { wait } from "./http/deadline.ts";
import { createLedger } from "./github/ledger.ts";
import { send } from "./http/send.ts";
import { runPipeline, type Ports } from "./pipeline/pipeline.ts";
import { refusedRun, type Run } from "./pipeline/run.ts";
import { onCancel } from "./runner/cancellation.ts";
import { clock } from "./runner/clock.ts";
import { compose } from "./runner/compose.ts";
import { placeOf } from "./runner/environment.ts";
import { JOURNAL_STATE } from "./runner/journal.ts";
import { readLeftJournal } from "./runner/left-journal.ts";
import { linksOf } from "./runner/links.ts";
import { openLogbook } from "./runner/logbook.ts";
import { publishForPeople } from "./runner/publish.ts";
import { boundNameLookups } from "./runner/name-service.ts";
import { openReporter } from "./runner/reporter.ts";
import { retell } from "./runner/retell.ts";
import { openStep, type Step } from "./runner/step.ts";
import { userAgent } from "./runner/user-agent.ts";
import type { Settings } from "./settings/settings.ts";
import { VERSION } from "./version.ts";

/** The whole pipeline as one step: the root action. Settles once everything is written. */
export async function run(): Promise<void> {
  const cancelled = onCancel();
  boundNameLookups(process.env);
  const step = openStep();
  const reporter = openReporter(step);
  const { read } = step;
  if (read.kind === "invalid") {
    reporter.report(refusedRun(clock.today(), read.problems));
    return;
  }
  const logbook = openLogbook(step, cancelled);
  const finished = await perform(read.settings, step, cancelled, (event, now) => {
    reporter.follow(event, now);
    logbook.write(event, now);
  });
  logbook.close();
  reporter.report(finished);
}

/** What a killed step could not say any more: the root action's post step. Nothing when it could. */
export async function post(): Promise<void> {
  const step = openStep();
  const left = readLeftJournal(step.runner.state(JOURNAL_STATE), step.door);
  if (left.kind === "none" || step.read.kind === "invalid") return;
  const killed = retell(left, step.read.settings, clock.today());
  publishForPeople(compose(killed, step), step);
}

/** Runs the pipeline with the real API, GitHub and clock behind its ports. */
function perform(
  settings: Settings,
  { environment, event, door, mask }: Step,
  cancelled: AbortSignal,
  listen: Ports["listen"],
): Promise<Run> {
  const links = linksOf(environment, settings.language);
  const sender = { nowMs: clock.nowMs, userAgent: userAgent(VERSION, links.attempt) };
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
      { pipeline, runs: history, fired },
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
