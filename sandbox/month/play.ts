import { OUT } from "../out.ts";
import { USER } from "../start/defaults.ts";
import type { StartOptions } from "../start/options.ts";
import { Chronicle } from "./chronicle.ts";
import { clearFolder, INDEX, writeIndex } from "./folder.ts";
import { indexPage } from "./index-page.ts";
import type { MonthOptions } from "./options.ts";
import { playDay, type Stage } from "./play-day.ts";
import { tallyOf, type PlayedDay } from "./played.ts";
import { planMonth, type PlannedDay } from "./plan.ts";
import { attemptLine, missedLine } from "./terminal.ts";
import { voiceOf } from "./voice.ts";
import { startWorld } from "./world.ts";

export interface Audience {
  readonly say: (line: string) => void;
  /** Cancels the run that is under way; the days after it are not played. */
  readonly signal: AbortSignal;
  /** What the person typed. */
  readonly command: string;
}

/** Plays the daily runs of a month, one after the other; leaves a page for each, and an index. */
export async function playMonth(
  { books, latencyMs, port, language }: StartOptions,
  month: MonthOptions,
  { say, signal, command }: Audience,
): Promise<void> {
  const beganMs = performance.now();
  const voice = voiceOf(language);
  const { words, format } = voice;
  const plan = planMonth(month, books);
  const played: PlayedDay[] = [];
  const world = await startWorld({ port, books, latencyMs, user: USER });
  const chronicle = new Chronicle(plan, voice);
  try {
    await clearFolder();
    say(`${words.terminal.ready(books, world.apiUrl)}\n`);
    const days = playDays(plan, {
      world,
      signal,
      chronicle,
      inputs: { "api-url": world.apiUrl, ...USER, language, "failure-issue": "true" },
      onAttempt: (planned, attempt) => say(attemptLine(planned, attempt, voice)),
    });
    for await (const day of days) {
      if (day.kind === "missed") say(missedLine(day, voice));
      played.push(day);
    }
  } catch (error) {
    // What a run says that was interrupted before it began.
    if (error !== signal.reason) throw error;
  } finally {
    await world.close();
  }
  await chronicle.keepIssues(world.issues());
  const issues = world.issues().map(({ issue }) => issue);
  await writeIndex(await indexPage({ days: played, issues }, voice, command));
  const index = `${OUT}/${INDEX}`;
  const end = signal.aborted
    ? words.terminal.interrupted(index)
    : words.terminal.played(format.duration(performance.now() - beganMs), index);
  say(`\n${words.tally(tallyOf(played), format.list)} ${end}`);
}

async function* playDays(plan: readonly PlannedDay[], stage: Stage): AsyncGenerator<PlayedDay> {
  let number = 0;
  for (const planned of plan) {
    if (stage.signal.aborted) return;
    if (planned.kind === "missed") yield planned;
    else yield playDay(planned, (number += 1), stage);
  }
}
