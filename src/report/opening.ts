import { lastProved, NO_HISTORY, type History } from "../pipeline/history.ts";
import { pastOf } from "./past.ts";
import { workPace } from "./pace.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Voice } from "./voice.ts";
import type { Since } from "./words/words.ts";

/** Of a run that is less late nobody minds. */
const WORTH_A_WORD_MS = 60_000;

/** What a good run changed, against the last good one; empty where there is nothing to compare with. */
function changeSaid(chronicle: Chronicle, voice: Voice): string {
  const { entry, startedAt, words, format } = chronicle;
  const { records, before, scrapeSeconds } = entry;
  const last = lastProved(pastOf(chronicle) ?? NO_HISTORY);
  if (records === undefined) return "";
  if (last?.entry.records !== undefined) {
    const days = format.calendarDay(startedAt) - format.calendarDay(last.startedAt);
    return words.summary.change(records, last.entry.records, sinceOf(days, last.startedAt), voice);
  }
  // What a re-run counted before is what its earlier attempt had stored.
  if (before === undefined || scrapeSeconds === undefined) return "";
  return words.summary.change(records, before, { kind: "before" }, voice);
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

/** Of a good run what it changed; of any how long it took, when it began, what started it, and how late. */
export function openingSaid(chronicle: Chronicle, voice: Voice): string {
  const isGood = chronicle.entry.result === "succeeded";
  return [isGood ? changeSaid(chronicle, voice) : "", tookSaid(chronicle, voice)]
    .filter((part) => part !== "")
    .join(" ");
}

function tookSaid(chronicle: Chronicle, voice: Voice): string {
  const { tookMs, startedAt, recollection, timeZone, startedBy, words } = chronicle;
  const past = pastOf(chronicle);
  const { lateMs = 0, dueAt } = recollection?.punctuality ?? {};
  const isLate = dueAt !== undefined && lateMs >= WORTH_A_WORD_MS;
  return words.summary.opening(
    {
      tookMs,
      startedAt,
      timeZone,
      startedBy,
      work: past && workSaid(chronicle, past, voice),
      late: isLate ? { dueAt, ms: Math.floor(lateMs / 60_000) * 60_000 } : undefined,
    },
    voice,
  );
}

/** Only of a run that did it all: the time until something failed compares with nothing. */
function workSaid({ entry, words }: Chronicle, past: History, voice: Voice): string | undefined {
  const pace = entry.result === "succeeded" ? workPace(entry, past) : undefined;
  return pace && words.history.workPace(pace, voice);
}
