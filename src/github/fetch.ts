import type { Request } from "../http/exchange.ts";
import { send, type Sender } from "../http/send.ts";

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
    const text = ending.body.toString("utf8");
    return {
      url,
      status: ending.status,
      ok: ending.status < 400,
      headers: new Map(Object.entries(ending.headers)),
      text: () => Promise.resolve(text),
      json: () => Promise.resolve().then(() => JSON.parse(text) as unknown),
    };
  };
  // Octokit reads these members of a response and no others (@octokit/request, fetch-wrapper).
  return fetchOnce as unknown as typeof fetch;
}
