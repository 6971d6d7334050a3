import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { text } from "node:stream/consumers";
import { afterEach } from "@jest/globals";
import { startSandbox } from "../../sandbox/sandbox.ts";
import type { Sandbox, SandboxOptions } from "../../sandbox/sandbox.ts";

export type Reply = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

type CallOptions = {
  readonly token?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const POLL_MS = 2;
const POLLS = 2_500;

/** Starts sandboxes and ends them after each test of the file that calls this. */
export function sandboxes(): (options?: SandboxOptions) => Promise<Sandbox> {
  const started: Sandbox[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((sandbox) => sandbox.close()));
  });
  return async (options) => {
    const sandbox = await startSandbox({ books: 20, ...options });
    started.push(sandbox);
    return sandbox;
  };
}

/** One call on a connection of its own; rejects when the connection is cut. */
export function call(
  url: string,
  method: string,
  path: string,
  { token, body = "", headers = {} }: CallOptions = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url + path,
      {
        method,
        agent: false,
        headers: {
          "Content-Length": Buffer.byteLength(body),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...headers,
        },
      },
      (response) => {
        text(response).then(
          (received) =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: received,
            }),
          reject,
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The answer's body, which must be JSON. */
export function json(reply: Reply): unknown {
  return JSON.parse(reply.text);
}

export const scrape = (url: string, token: string) =>
  call(url, "POST", "/api/v1/scrape/", { token });
export const train = (url: string, token: string) =>
  call(url, "GET", "/api/v1/ml/training-data", { token });
export const overview = (url: string, token: string) =>
  call(url, "GET", "/api/v1/stats/overview", { token });

/** The answer of a log-in as admin. */
export async function tokensOf(url: string): Promise<{ access: string; refresh: string }> {
  const body = JSON.stringify({ username: "admin", password: "admin" });
  const reply = await call(url, "POST", "/api/v1/auth/login", { body });
  const tokens = json(reply) as { access_token: string; refresh_token: string };
  return { access: tokens.access_token, refresh: tokens.refresh_token };
}

/** How many books the API says are stored. */
export async function stored(url: string, token: string): Promise<number> {
  const reply = await overview(url, token);
  return (json(reply) as { total_books: number }).total_books;
}

/** How many pages the shop was asked for so far. */
export async function shopRequests(url: string): Promise<number> {
  const state = json(await call(url, "GET", "/__sandbox")) as { shopRequests: number };
  return state.shopRequests;
}

/** Waits until a scrape has begun. */
export async function untilTheShopIsAsked(url: string): Promise<void> {
  while ((await shopRequests(url)) === 0);
}

/** Waits until something is so; throws when it never is. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let poll = 0; poll < POLLS; poll += 1) {
    if (isSo()) return;
    await delay(POLL_MS);
  }
  throw new Error(`not so: ${isSo.toString()}`);
}
