import { isIP } from "node:net";
import type { HttpClientResponse } from "@actions/http-client";
import { clientForOne } from "./client.ts";
import { after } from "./deadline.ts";
import { gather } from "./gather.ts";
import { endedBy, type GivenUp, type Stage } from "./ending.ts";
import type { Ending, Exchange, Request } from "./exchange.ts";

/**
 * Name resolution, TCP, TLS and a proxy's CONNECT: what takes longer than this does not come back
 * (Linux sends its SYN packets at 0, 1, 3, 7 and 15 s), and trying again is harmless.
 */
const CONNECT_TIMEOUT_MS = 20_000;

/**
 * A server that sends more interim answers (1xx) than this never means to answer. One that sends
 * another each second, so that nothing on the way gives its training up, sends 1,800 in half an hour.
 */
const MAX_INTERIM_ANSWERS = 2_000;

/** What every request of a run shares. */
export interface Sender {
  readonly userAgent: string;
  /** Monotonic. */
  readonly nowMs: () => number;
  readonly cancelled: AbortSignal;
}

/**
 * Makes one request within its time and says what happened. Never rejects for the wire's sake, sends
 * once, follows nothing, and leaves no handle behind; memory is bounded by `maxBodyBytes`.
 */
export async function send(request: Request, sender: Sender): Promise<Exchange> {
  const startedMs = sender.nowMs();
  const connection = new AbortController();
  let stage: Stage = isIP(request.url.hostname.replace(/^\[|\]$/g, "")) === 0 ? "name" : "connect";
  let interimAnswers = 0;
  let bytes = 0;
  let status: number | undefined;
  let givenUp: GivenUp | undefined;
  let broken: Error | undefined;

  const giveUp = (reason: GivenUp) => {
    givenUp ??= reason;
    connection.abort();
  };
  const cancel = () => giveUp("cancelled");
  sender.cancelled.addEventListener("abort", cancel);
  if (sender.cancelled.aborted) cancel();
  const stopDeadline = after(request.timeoutMs, () => giveUp("deadline"));
  const stopConnecting = after(CONNECT_TIMEOUT_MS, () => giveUp("connect-deadline"));

  const client = clientForOne(sender.userAgent, connection.signal, {
    resolved: () => {
      if (stage === "name") stage = "connect";
    },
    connected: () => {
      stage = "tls";
    },
    sent: () => {
      stage = "headers";
      stopConnecting();
    },
    informed: () => {
      interimAnswers += 1;
      if (interimAnswers > MAX_INTERIM_ANSWERS) giveUp("headers-too-large");
    },
    switched: () => giveUp("switched"),
    broke: (error) => {
      broken ??= error;
    },
  });

  let ending: Ending;
  try {
    connection.signal.throwIfAborted();
    const { method, url, headers } = request;
    const body = request.body ?? (method === "POST" ? "" : null);
    const response = await Promise.race([
      client.request(method, url.href, body, { ...headers }),
      aborted(connection.signal),
    ]);
    stage = "body";
    status = response.message.statusCode;
    ending = await readAnswer(response, request.maxBodyBytes, (size) => {
      bytes += size;
      if (bytes > request.maxBodyBytes) giveUp("body-too-large");
    });
    // Given up in its very last piece, a body is whole all the same.
    connection.signal.throwIfAborted();
    // A body without framing ends with its connection: cut off, it looks whole.
    if (broken && !isFramed(response)) throw broken;
  } catch (error) {
    connection.abort();
    ending = endedBy(givenUp ?? broken ?? (error as Error), { stage, status }, request);
  } finally {
    stopDeadline();
    stopConnecting();
    sender.cancelled.removeEventListener("abort", cancel);
  }
  return { ending, tookMs: sender.nowMs() - startedMs, bytes };
}

/** The client's promise alone may never settle: after a 101 nobody asked for, Node tells it nothing. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

/** @throws what cut the body short, `received` having given up included. */
async function readAnswer(
  { message }: HttpClientResponse,
  maxBytes: number,
  received: (bytes: number) => void,
): Promise<Ending> {
  const body = await gather(message, maxBytes, received);
  return { kind: "answered", status: message.statusCode ?? 0, headers: message.headers, body };
}

/** Whether the answer itself says where its body ends (RFC 9112, 6.3). */
function isFramed({ message: { headers } }: HttpClientResponse): boolean {
  return "content-length" in headers || "transfer-encoding" in headers;
}
