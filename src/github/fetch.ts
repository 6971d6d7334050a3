import type { Request } from "../http/exchange.ts";
import { send, type Sender } from "../http/send.ts";
import { isParsable } from "../text/json.ts";

const FIRST_ERROR = 400;
/** What GitHub says of an error is a sentence, and is parsed by Octokit, which takes its time. */
const MAX_ERROR_BYTES = 64 * 1024;
/** Of GitHub's answers none is larger, nor has more values than are parsed: such a one says nothing. */
const NOTHING = Buffer.alloc(0);

/**
 * `fetch` as Octokit calls it, over our own exchange: it gives proxies, a deadline over the body and
 * bounded memory, and spares the bundle a second HTTP client.
 *
 * @throws Error when no whole answer came
 */
export function fetchWithin(timeoutMs: number, maxBodyBytes: number, sender: Sender): typeof fetch {
  const endsAtMs = sender.nowMs() + timeoutMs;
  const fetchOnce = async (url: string, init: RequestInit) => {
    const request: Request = {
      method: init.method as Request["method"],
      url: new URL(url),
      headers: init.headers as Record<string, string>,
      ...(typeof init.body === "string" ? { body: init.body } : {}),
      timeoutMs: Math.max(0, endsAtMs - sender.nowMs()),
      maxBodyBytes,
    };
    const { ending } = await send(request, sender);
    if (ending.kind !== "answered") {
      throw new Error(`no answer from GitHub: ${ending.kind}`, { cause: ending });
    }
    const { status, headers, body } = ending;
    const isOurs = status < FIRST_ERROR ? isParsable(body) : body.length <= MAX_ERROR_BYTES;
    return {
      url,
      status,
      headers: new Map(Object.entries(headers)),
      body: isOurs ? body : NOTHING,
      text: () => Promise.resolve((isOurs ? body : NOTHING).toString("utf8")),
    };
  };
  // Octokit reads these members of a response and no others (@octokit/request, fetch-wrapper).
  return fetchOnce as unknown as typeof fetch;
}
