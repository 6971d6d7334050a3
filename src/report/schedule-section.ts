import { disabledInDays } from "../pipeline/schedule.ts";
import { pastOf } from "./past.ts";
import type { Story } from "./story.ts";
import type { Voice } from "./voice.ts";

/** Days that are named; the rest is counted. */
const MAX_NAMED = 5;
/** The ledger counts no further (src/github/calendar.ts). */
const MAX_COUNTED = 100;

/** Where the schedule did not keep its word, or is about to break it: a sentence each. */
export function scheduleSaid(story: Story, voice: Voice): string {
  const parts = [missed(story, voice), disabled(story, voice)].filter((part) => part !== "");
  return parts.length === 0 ? "" : `**${story.words.summary.labels.schedule}** ${parts.join(" ")}`;
}

function missed({ run, words }: Story, voice: Voice): string {
  const missedAt = run.recollection?.punctuality?.missedAt ?? [];
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
function disabled({ run, startedBy, words }: Story, voice: Voice): string {
  const pushedAt = pastOf(run)?.publicPushedAt;
  const isScheduled = startedBy === "schedule" || run.recollection?.punctuality !== undefined;
  const days = pushedAt && isScheduled ? disabledInDays(pushedAt, run.startedAt) : undefined;
  return days === undefined ? "" : words.history.disabled(days, voice);
}
