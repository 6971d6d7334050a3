/** The wait doubles from here: 1 s, 2 s, 4 s … An API that restarts is back in seconds. */
const FIRST_BACKOFF_MS = 1_000;
/** No single wait is longer than this: the task's time is better spent trying. */
const MAX_BACKOFF_MS = 30_000;
/** What a Retry-After of 0, or one in the past, still costs: an API under load is not hammered. */
const MIN_TOLD_WAIT_MS = 1_000;
/** The API answers 429 to more than 60 calls a minute, and does not say how long (CONTRACT, limits). */
const UNTOLD_LIMIT_MS = 60_000;

/**
 * Exponential backoff with full jitter (Exponential Backoff And Jitter, AWS Architecture Blog, 2015).
 *
 * @param retry counts from 1
 * @param random in [0, 1)
 */
export function backoffMs(retry: number, random: number): number {
  return random * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(retry - 1, 30));
}

/** How long an API that limits us wants to be left alone, and whether it said so. */
export interface LimitWait {
  readonly waitMs: number;
  readonly isTold: boolean;
}

/**
 * From a Retry-After (RFC 9110, 10.2.3): seconds or a date. A header that is neither counts as missing.
 *
 * @param retry counts from 1; an API that says 0 for ever is asked less and less often
 */
export function limitWait(retryAfter: string | undefined, retry: number, now: Date): LimitWait {
  const toldMs = retryAfter === undefined ? undefined : retryAfterMs(retryAfter.trim(), now);
  if (toldMs === undefined) return { waitMs: UNTOLD_LIMIT_MS, isTold: false };
  const leastMs = Math.min(MAX_BACKOFF_MS, MIN_TOLD_WAIT_MS * 2 ** Math.min(retry - 1, 30));
  return { waitMs: Math.max(toldMs, leastMs), isTold: true };
}

function retryAfterMs(value: string, now: Date): number | undefined {
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Only the dates of RFC 9110 start with a day's name; Date.parse alone would read "-5" as a year.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
