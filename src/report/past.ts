import type { History, PastRun } from "../pipeline/history.ts";
import type { Run } from "../pipeline/run.ts";
import { asLinkTarget } from "../text/escape.ts";
import type { NamedRun } from "./words/history-words.ts";
import type { Links } from "./words/words.ts";

/** What is known of the runs before this one; `undefined` where nothing could be recalled. */
export function pastOf({ recollection }: Run): History | undefined {
  if (recollection?.memory.kind !== "found") return undefined;
  const { history } = recollection.memory;
  return {
    ...history,
    runs: history.runs.filter(
      ({ number, startedAt }) => Number.isSafeInteger(number) && number > 0 && isDay(startedAt),
    ),
    attempts: history.attempts.filter(({ startedAt }) => isDay(startedAt)),
  };
}

/** GitHub's answer has the right types, and still may say what no run and no day can be. */
export function isDay(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

/** A run's page has a longer address on no server. */
const MAX_URL_CHARS = 300;

/** A run as sentences name it. It leads to its page only on the server that this run is on. */
export function named({ number, startedAt, url }: PastRun, { run }: Links): NamedRun {
  return { number, at: startedAt, page: run === undefined ? undefined : pageOn(run, url) };
}

function pageOn(ours: string, url: string): string | undefined {
  const page = url.length > MAX_URL_CHARS ? null : URL.parse(url);
  const isOurs = page !== null && page.origin === URL.parse(ours)?.origin;
  // Nothing else is in the path of a run, and nothing in these marks needs escaping in HTML.
  return isOurs && /^[\w./-]+$/.test(page.pathname)
    ? asLinkTarget(`${page.origin}${page.pathname}`)
    : undefined;
}
