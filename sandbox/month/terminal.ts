import { OUT } from "../out.ts";
import { MARKS, type PlayedAttempt } from "./played.ts";
import type { MissedDay, RunDay } from "./plan.ts";
import type { Voice } from "./voice.ts";

/** `Wed 30 Sept` is as long as a date gets. */
const LONGEST_DATE_MS = Date.parse("2026-09-30");
/** No month has more than 99 days. */
const DIGITS = 2;

/** An attempt of a day in one line: `Day 12  Fri 12 Jun  ❌ The scrape lost … → out/day-12/summary.html`. */
export function attemptLine(
  { day, startsAtMs, lateMs, isVeryLate }: RunDay,
  { attempt, startedAtMs, ending, headline, page }: PlayedAttempt,
  voice: Voice,
): string {
  const { words, format } = voice;
  const what = headline ?? `${words.endings[ending]}. ${words.noSummary}`;
  const asides = [
    ...(isVeryLate && attempt === 1 ? [words.late(format.duration(lateMs))] : []),
    ...(attempt > 1 ? [words.again(format.time(startedAtMs))] : []),
  ];
  const line = [
    dayOf(day, startsAtMs, voice),
    `${MARKS[ending]} ${what}${asides.map((aside) => ` (${aside})`).join("")}`,
    ...(page === undefined ? [] : [`→ ${OUT}/${page}`]),
  ];
  return line.join("  ");
}

export function missedLine({ day, dueAtMs }: MissedDay, voice: Voice): string {
  return `${dayOf(day, dueAtMs, voice)}  ${MARKS.missed} ${voice.words.neverStarted}`;
}

function dayOf(day: number, atMs: number, { words, format }: Voice): string {
  const width = format.date(LONGEST_DATE_MS).length;
  return `${words.day(String(day).padStart(DIGITS))}  ${format.date(atMs).padEnd(width)}`;
}
