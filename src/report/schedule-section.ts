import { disabledInDays } from "../pipeline/schedule.ts";
import { pastOf } from "./past.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Voice } from "./voice.ts";

/** Days that are named; the rest is counted. */
const MAX_NAMED = 5;
/** The ledger counts no further (src/github/calendar.ts). */
const MAX_COUNTED = 100;

/** Where the schedule did not keep its word, or is about to break it: a sentence each. */
export function scheduleSaid(chronicle: Chronicle, voice: Voice): string {
  const parts = [missed(chronicle, voice), disabled(chronicle, voice)].filter(
    (part) => part !== "",
  );
  const { schedule } = chronicle.words.summary.labels;
  return parts.length === 0 ? "" : `**${schedule}** ${parts.join(" ")}`;
}

function missed({ recollection, words }: Chronicle, voice: Voice): string {
  const missedAt = recollection?.punctuality?.missedAt ?? [];
  if (missedAt.length === 0) return "";
  const days = missedAt.map((at) => voice.shortDay(at));
  // Several a day are told apart by the hour.
  const hasOneADay = new Set(days).size === days.length;
  const due = missedAt
    .slice(0, MAX_NAMED)
    .map((at, index) => (hasOneADay ? (days[index] ?? "") : momentOf(at, voice)));
  const about = { runs: missedAt.length, orMore: missedAt.length >= MAX_COUNTED, due };
  return words.history.missed(about, voice);
}

function momentOf(at: Date, voice: Voice): string {
  return `${voice.shortDay(at)} ${voice.timeOfDay(at)}`;
}

/** Said to those who rely on the schedule only. */
function disabled(chronicle: Chronicle, voice: Voice): string {
  const { recollection, startedAt, startedBy, words } = chronicle;
  const pushedAt = pastOf(chronicle)?.publicPushedAt;
  const isScheduled = startedBy === "schedule" || recollection?.punctuality !== undefined;
  const days = pushedAt && isScheduled ? disabledInDays(pushedAt, startedAt) : undefined;
  return days === undefined ? "" : words.history.disabled(days, voice);
}
