import { createBooksApi } from "./books/api.ts";
import { wait } from "./http/deadline.ts";
import { createLedger } from "./github/ledger.ts";
import { send } from "./http/send.ts";
import { runPipeline } from "./pipeline/pipeline.ts";
import { refusedRun, type Run } from "./pipeline/run.ts";
import { onCancel } from "./runner/cancellation.ts";
import { clock } from "./runner/clock.ts";
import { placeOf, readEnvironment, type Environment } from "./runner/environment.ts";
import { linksOf } from "./runner/links.ts";
import { openLogbook, type Logbook } from "./runner/logbook.ts";
import { publish } from "./runner/publish.ts";
import { createRunner, SECRET_INPUTS } from "./runner/runner.ts";
import { storyteller } from "./runner/storyteller.ts";
import { userAgent } from "./runner/user-agent.ts";
import { readSettings } from "./settings/read.ts";
import type { Settings } from "./settings/settings.ts";
import { createDoor, type Door } from "./text/plain.ts";
import { createRedactor } from "./text/redactor.ts";
import { VERSION } from "./version.ts";

/** The whole pipeline as one step: the root action. Settles once everything is written. */
export async function run(): Promise<void> {
  const environment = readEnvironment(process.env);
  const runner = createRunner(environment);
  const redactor = createRedactor();
  const door = createDoor(redactor.redact);
  const mask = (secret: string) => {
    if (redactor.add(secret)) runner.mask(secret);
  };
  SECRET_INPUTS.forEach((name) => mask(runner.inputs.input(name)));

  const read = readSettings(runner.inputs, door);
  const tell = storyteller(read, environment, door);
  if (read.kind === "invalid") {
    await publish(tell(refusedRun(clock.today(), read.problems)), runner, door);
    return;
  }
  const logbook = openLogbook(tell, runner);
  const finished = await perform(read.settings, environment, { door, mask, logbook });
  logbook.close();
  await publish(tell(finished), runner, door);
}

interface Tools {
  readonly door: Door;
  readonly mask: (secret: string) => void;
  readonly logbook: Logbook;
}

/** Runs the pipeline with the real API, GitHub, clock and signals behind its ports. */
function perform(settings: Settings, environment: Environment, tools: Tools): Promise<Run> {
  const { door, mask, logbook } = tools;
  const links = linksOf(environment, settings.language);
  const sender = { nowMs: clock.nowMs, userAgent: userAgent(VERSION, links.attempt) };
  const cancelled = onCancel(logbook.cancelling);
  const pause = (ms: number) => wait(ms, cancelled);
  return runPipeline(settings, {
    clock,
    pause,
    door,
    cancelled,
    listen: logbook.write,
    ledger: createLedger(settings.githubToken, placeOf(environment), settings.pipeline, sender),
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
