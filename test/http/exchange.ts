import type { Ending, Exchange, Request } from "../../src/http/exchange.ts";
import { send } from "../../src/http/send.ts";

/** As long as no test lasts, and the time that the fake clock skips. */
export const TIMEOUT_MS = 10 * 60_000;
export const MAX_BODY_BYTES = 64 * 1024;

interface Changes extends Partial<Request> {
  readonly cancelled?: AbortSignal;
}

/** Sends one request with `send`. */
export function exchange(url: string, changes: Changes = {}): Promise<Exchange> {
  const { cancelled = new AbortController().signal, ...request } = changes;
  const defaults = {
    method: "GET",
    url: new URL(url),
    headers: {},
    timeoutMs: TIMEOUT_MS,
    maxBodyBytes: MAX_BODY_BYTES,
  } as const;
  return send(
    { ...defaults, ...request },
    { userAgent: "orquestra/test", nowMs: () => performance.now(), cancelled },
  );
}

/** How one request with `send` ends. */
export async function endingOf(url: string, changes: Changes = {}): Promise<Ending> {
  return (await exchange(url, changes)).ending;
}

/** The status and the text of a whole answer; the ending itself where there is none. */
export function readable(ending: Ending): unknown {
  return ending.kind === "answered"
    ? { status: ending.status, body: ending.body.toString("utf8") }
    : ending;
}
