import type { Beat, Delivery, News, Undelivered } from "../alerts/ports.ts";
import type { Ending, Exchange, Request } from "../http/exchange.ts";
import { payloadFor } from "./payload.ts";

/** What answers at all does so in a second or two. */
const TIMEOUT_MS = 10_000;
/** Nothing in the answer is read. */
const MAX_ANSWER_BYTES = 64 * 1024;

type Send = (request: Request) => Promise<Exchange>;

/** Tells somebody's webhook, once: what a lost answer hides may have been heard. Never rejects. */
export async function notify(url: URL, news: News, send: Send): Promise<Delivery> {
  return deliver(
    {
      method: "POST",
      url,
      headers: { accept: "*/*", "content-type": "application/json" },
      body: JSON.stringify(payloadFor(url, news)),
    },
    send,
  );
}

/** Lets a dead man's switch hear a run begin or end. Never rejects. */
export async function ping(url: URL, beat: Beat, send: Send): Promise<Delivery> {
  return deliver({ method: "GET", url: pingUrlFor(url, beat), headers: { accept: "*/*" } }, send);
}

/** As healthchecks.io reads it (healthchecks.io/docs/http_api), and others with it. */
function pingUrlFor(url: URL, beat: Beat): URL {
  const target = new URL(url);
  if (beat !== "success") target.pathname = `${target.pathname.replace(/\/$/, "")}/${beat}`;
  return target;
}

async function deliver(
  request: Omit<Request, "timeoutMs" | "maxBodyBytes">,
  send: Send,
): Promise<Delivery> {
  const { ending } = await send({
    ...request,
    timeoutMs: TIMEOUT_MS,
    maxBodyBytes: MAX_ANSWER_BYTES,
  });
  const why = whyNot(ending);
  return why ? { kind: "not-delivered", why } : { kind: "delivered" };
}

function whyNot(ending: Ending): Undelivered | undefined {
  switch (ending.kind) {
    case "answered":
      return statusProblem(ending.status);
    case "too-large":
      return ending.status === undefined ? { kind: "no-answer" } : statusProblem(ending.status);
    case "not-sent":
      return { kind: "unreachable" };
    case "lost":
    case "deadline":
    case "garbage":
      return { kind: "no-answer" };
    case "cancelled":
      return { kind: "cancelled" };
  }
}

/** A redirect is not followed: the address is a secret, and so is what it is sent. */
function statusProblem(status: number): Undelivered | undefined {
  if (status >= 200 && status < 300) return undefined;
  return { kind: status >= 300 && status < 400 ? "redirect" : "status", status };
}
