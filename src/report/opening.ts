import { lastProved, type History } from "../pipeline/history.ts";
import { pastOf } from "./past.ts";
import { workPace } from "./pace.ts";
import type { Story } from "./story.ts";
import type { Voice } from "./voice.ts";
import type { Since } from "./words/words.ts";

/** Of a run that is less late nobody minds. */
const WORTH_A_WORD_MS = 60_000;

/** What a good run changed, against the last good one; empty where there is nothing to compare with. */
export function changeSaid({ run, words, format }: Story, voice: Voice): string {
  const { facts } = run;
  const records = facts.stored ?? facts.reported;
  const last = lastProved(pastOf(run) ?? { runs: [], attempts: [] });
  if (records === undefined) return "";
  if (last?.entry.records !== undefined) {
    const days = format.calendarDay(run.startedAt) - format.calendarDay(last.startedAt);
    return words.summary.change(records, last.entry.records, sinceOf(days, last.startedAt), voice);
  }
  // What a re-run counted before is what its earlier attempt had stored.
  if (facts.before === undefined || facts.resumedFrom !== undefined) return "";
  return words.summary.change(records, facts.before, { kind: "before" }, voice);
}

function sinceOf(days: number, at: Date): Since {
  switch (days) {
    case 0:
      return { kind: "today" };
    case 1:
      return { kind: "yesterday" };
    default:
      return { kind: "last-good", at };
  }
}

/** How long it took, when it began, what started it, and how late. */
export function openingSaid(story: Story, voice: Voice): string {
  const { run, timeZone, startedBy, words } = story;
  const { tookMs, startedAt, recollection } = run;
  const past = pastOf(run);
  const { lateMs = 0, dueAt } = recollection?.punctuality ?? {};
  const isLate = dueAt !== undefined && lateMs >= WORTH_A_WORD_MS;
  return words.summary.opening(
    {
      tookMs,
      startedAt,
      timeZone,
      startedBy,
      work: past && workSaid(story, past, voice),
      late: isLate ? { dueAt, ms: Math.floor(lateMs / 60_000) * 60_000 } : undefined,
    },
    voice,
  );
}

/** Only of a run that did it all: the time until something failed compares with nothing. */
function workSaid({ run, words }: Story, past: History, voice: Voice): string | undefined {
  const isDone = run.tasks.every(({ state }) => state === "proved");
  const pace = isDone ? workPace(run, past) : undefined;
  return pace && words.history.workPace(pace, voice);
}
