import type { History, PastRun } from "../pipeline/history.ts";
import type { Run } from "../pipeline/run.ts";
import { asLinkTarget } from "../text/escape.ts";
import type { NamedRun } from "./words/history-words.ts";
import type { Links } from "./words/words.ts";

/** What is known of the runs before this one; `undefined` where nothing could be recalled. */
export function pastOf({ recollection }: Pick<Run, "recollection">): History | undefined {
  return recollection?.memory.kind === "found" ? recollection.memory.history : undefined;
}

/** A run's page has a longer address on no server. */
const MAX_URL_CHARS = 300;

/** A run as sentences name it. It leads to its page only on the server that this run is on. */
export function named(
  { number, startedAt, url }: Pick<PastRun, "number" | "startedAt" | "url">,
  { run }: Links,
): NamedRun {
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
