import type { ActionOptions } from "../runner.ts";
import { MANUAL_RUN } from "../runner/environment.ts";
import { WARM_UP } from "../start/defaults.ts";
import type { Chronicle } from "./chronicle.ts";
import type { PlayedAttempt, StartedDay } from "./played.ts";
import { CRON, type RunDay } from "./plan.ts";
import type { Scene, World } from "./world.ts";

/** What a day needs to be played. */
export interface Stage {
  readonly world: World;
  readonly chronicle: Chronicle;
  readonly inputs: ActionOptions["inputs"];
  readonly signal: AbortSignal;
  /** Hears of each attempt once its page can be opened. */
  readonly onAttempt: (planned: RunDay, attempt: PlayedAttempt) => void;
}

/** The API stays away for the whole day: whoever waits longer waits for nothing. */
const HOPELESS_WARM_UP = "2s";
const SCHEDULED = { name: "schedule", payload: { ...MANUAL_RUN.payload, schedule: CRON } };

/** Plays the run of a day, and its second attempt where one is planned and nobody interrupts. */
export async function playDay(planned: RunDay, number: number, stage: Stage): Promise<StartedDay> {
  const { startsAtMs, againAtMs, books } = planned;
  const isAlone = againAtMs === undefined;
  const first = await play(
    planned,
    { number, attempt: 1, atMs: startsAtMs, isLast: isAlone },
    planned,
    stage,
  );
  if (isAlone || stage.signal.aborted) return { kind: "started", planned, attempts: [first] };

  const mended = { books, faults: [], isDown: false };
  const again = { number, attempt: 2, atMs: againAtMs, isLast: true };
  const second = await play(planned, again, mended, stage);
  return { kind: "started", planned, attempts: [first, second] };
}

interface Attempt {
  readonly number: number;
  readonly attempt: number;
  readonly atMs: number;
  readonly isLast: boolean;
}

async function play(
  planned: RunDay,
  { number, attempt, atMs, isLast }: Attempt,
  scene: Scene,
  { world, chronicle, inputs, signal, onAttempt }: Stage,
): Promise<PlayedAttempt> {
  await world.setScene(scene);
  world.moveTo(atMs);
  const { run, url } = await world.run(
    { number, attempt },
    { inputs: { ...inputs, "warm-up": warmUpOf(scene) }, event: SCHEDULED, signal },
  );
  const issues = world.issues();
  const ended = { attempt, isLast, startedAtMs: atMs, run, url, issues };
  const played = await chronicle.keep(planned, ended);
  onAttempt(planned, played);
  return played;
}

function warmUpOf({ isDown, faults }: Scene): string {
  const isHopeless = isDown || faults.includes("database-down") || faults.includes("html-health");
  return isHopeless ? HOPELESS_WARM_UP : WARM_UP;
}
