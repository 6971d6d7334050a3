import type { Failure } from "../pipeline/failure.ts";
import { backoffMs, limitWait } from "../http/retry.ts";
import type { Pace } from "./disposition.ts";

/** With less time than this left a request is not sent: it would only be cut off at once. */
const LEAST_TIME_MS = 500;

/** What is kept for the answer when the API's minute does not fit into a task's. */
const UNTOLD_ANSWER_MS = 5_000;

/** What a call has been through. */
export interface Tried {
  readonly retried: readonly Failure[];
  readonly retries: number;
  /** Goes on for the whole of its time rather than for `retries` tries. */
  readonly isPatient: boolean;
}

/**
 * How long to wait before the next try; `undefined` when the call has had its tries or its time. A
 * limit is waited out as told or not at all, as coming back early is what it forbids.
 *
 * @param random in [0, 1)
 */
export function pauseMs(
  pace: Pace,
  { retried, retries, isPatient }: Tried,
  remainingMs: number,
  random: number,
  now: Date,
): number | undefined {
  const roomMs = remainingMs - LEAST_TIME_MS;
  const limits = retried.filter(({ code }) => code === "rate-limited").length;
  if (typeof pace === "object") {
    const { waitMs, isTold } = limitWait(pace.retryAfter, limits + 1, now);
    if (waitMs <= roomMs) return waitMs;
    // Nobody said a minute: most of one is worth a try, where the task's time is not longer.
    const mostMs = remainingMs - UNTOLD_ANSWER_MS;
    return !isTold && mostMs > 0 ? mostMs : undefined;
  }
  const tries = retried.length - limits;
  const goesOn = isPatient && pace === "backoff";
  if (roomMs <= 0 || (!goesOn && tries >= retries)) return undefined;
  const waitMs = backoffMs(tries + 1, random);
  if (waitMs <= roomMs) return waitMs;
  return goesOn ? roomMs : undefined;
}
