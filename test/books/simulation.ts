import { createBooksApi } from "../../src/books/api.ts";
import type { Ending, Request } from "../../src/http/exchange.ts";
import type { FailureCode } from "../../src/pipeline/failure.ts";
import type { BooksApi, RequestReport } from "../../src/pipeline/ports.ts";
import { readSettings } from "../../src/settings/read.ts";
import { createDoor } from "../../src/text/plain.ts";

/** What the simulated API does with one request: how long it takes, and what comes of it. */
export interface Reaction {
  readonly tookMs: number;
  readonly ending: Ending;
}

export interface Simulation {
  readonly api: BooksApi;
  /** What was sent: path, and when. */
  readonly sent: readonly {
    readonly path: string;
    readonly atMs: number;
    readonly ending: Ending;
  }[];
  /** What the run was told of it, in turn. */
  readonly told: {
    readonly requests: readonly RequestReport[];
    readonly waits: readonly { readonly code: FailureCode; readonly waitMs: number }[];
  };
  nowMs(): number;
}

/** More than any call makes: one that goes on for ever fails its test instead of hanging it. */
const MAX_REQUESTS = 1_000;

const door = createDoor((text) => text);

export function answered(status: number, body: unknown, headers = {}): Ending {
  return { kind: "answered", status, headers, body: Buffer.from(JSON.stringify(body)) };
}

/**
 * The real calls on a simulated clock: time passes only while a request is under way or a pause is
 * waited out, so days of trouble take milliseconds.
 */
export function simulate(
  inputs: Record<string, string>,
  react: (request: Request, nowMs: number) => Reaction,
  random = () => 0.5,
  reachWithinMs?: number,
): Simulation {
  const all: Record<string, string> = {
    "api-url": "http://localhost",
    username: "etl",
    password: "secret",
    ...inputs,
  };
  const read = readSettings({ input: (name) => all[name] ?? "", workflow: "w", job: "j" }, door);
  if (read.kind === "invalid") throw new Error(JSON.stringify(read.problems));

  let nowMs = 0;
  const sent: { path: string; atMs: number; ending: Ending }[] = [];
  const requests: RequestReport[] = [];
  const waits: { code: FailureCode; waitMs: number }[] = [];
  const api = createBooksApi(read.settings, {
    clock: { nowMs: () => nowMs, today: () => new Date(nowMs) },
    door,
    random,
    ...(reachWithinMs === undefined ? {} : { reachWithinMs }),
    pause: (ms) => {
      nowMs += ms;
      return Promise.resolve();
    },
    send: (request) => {
      if (sent.length === MAX_REQUESTS) throw new Error(`more than ${MAX_REQUESTS} requests`);
      const reaction = react(request, nowMs);
      const isLate = reaction.tookMs > request.timeoutMs;
      const tookMs = isLate ? request.timeoutMs : reaction.tookMs;
      const ending = isLate ? ({ kind: "deadline", during: "headers" } as const) : reaction.ending;
      sent.push({ path: request.url.pathname, atMs: nowMs, ending });
      nowMs += tookMs;
      return Promise.resolve({ ending, tookMs, bytes: 0 });
    },
    mask: () => {},
    heard: {
      requestEnded: (request) => requests.push(request),
      waiting: ({ code }, waitMs) => waits.push({ code, waitMs }),
    },
  });
  return { api, sent, told: { requests, waits }, nowMs: () => nowMs };
}
