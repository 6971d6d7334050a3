import type { Failure, Outcome } from "../pipeline/failure.ts";
import type { Clock, Heard, NoAnswer } from "../pipeline/ports.ts";
import type { Settings } from "../settings/settings.ts";
import type { Ending, Exchange, Request } from "../http/exchange.ts";
import { release } from "../http/gather.ts";
import type { Door } from "../text/plain.ts";
import type { Disposition } from "./disposition.ts";
import { login, type Endpoint } from "./endpoints.ts";
import { judge } from "./judge.ts";
import { pauseMs } from "./pause.ts";
import { prefixOf, requestFor } from "./request.ts";
import { createSession } from "./session.ts";

/** What the API is reached with, besides the settings. */
export interface Means {
  readonly clock: Clock;
  readonly door: Door;
  /** In [0, 1). */
  readonly random: () => number;
  /** Makes one request within its time; never rejects. */
  readonly send: (request: Request) => Promise<Exchange>;
  /** Waits; sooner when the run is cancelled. */
  readonly pause: (ms: number) => Promise<void>;
  /** For so long an API that cannot be reached is tried again; as long as the call has, if not given. */
  readonly reachWithinMs?: number;
  /** Makes the runner and the redactor hide a secret from here on. */
  readonly mask: (secret: string) => void;
  readonly heard: Heard;
}

/** What a call came to, and what went wrong on the way there. */
export interface Called<T> {
  readonly outcome: Outcome<T>;
  readonly retried: readonly Failure[];
}

/** Calls of one session. Each ends within its endpoint's time, log-ins and waits included. */
export function createCaller(settings: Settings, means: Means) {
  const { clock, door, reachWithinMs = Number.POSITIVE_INFINITY } = means;
  const session = createSession(clock, means.mask);

  async function call<T>(
    endpoint: Endpoint<T>,
    withinMs = settings.timeoutsMs[endpoint.timeout],
  ): Promise<Called<T>> {
    const startedMs = clock.nowMs();
    const endsAtMs = startedMs + withinMs;
    const remainingMs = () => endsAtMs - clock.nowMs();
    const retried: Failure[] = [];
    const renew = () => logIn(remainingMs());

    if (endpoint.authenticated && session.mayRenew() && !session.outlives(withinMs)) {
      const renewed = await renew();
      if (renewed.kind !== "proved") return { outcome: renewed, retried };
    }
    for (let attempt = 1; ; attempt += 1) {
      const disposition = await exchange(endpoint, attempt, remainingMs());
      switch (disposition.kind) {
        case "proved":
        case "failed":
        case "unknown":
          return { outcome: disposition, retried };
        case "log-in-again": {
          const rejected = { kind: "failed", failure: disposition.failure } as const;
          if (!session.mayRenew()) return { outcome: rejected, retried };
          const renewed = await renew();
          if (renewed.kind !== "proved") return { outcome: renewed, retried };
          break;
        }
        case "retry": {
          const { failure, pace } = disposition;
          const tried = {
            retried,
            retries: settings.retries,
            isPatient: endpoint.patient === true,
          };
          const mostMs = failure.code === "api-unreachable" ? reachWithinMs : withinMs;
          const roomMs = Math.min(remainingMs(), startedMs + mostMs - clock.nowMs());
          const waitMs = pauseMs(pace, tried, roomMs, means.random(), clock.today());
          retried.push(failure);
          if (waitMs === undefined) return { outcome: { kind: "failed", failure }, retried };
          means.heard.waiting(failure, waitMs);
          await means.pause(waitMs);
        }
      }
    }
  }

  /** The tokens go from the answer into the session, and nowhere else. */
  async function logIn(withinMs = Number.POSITIVE_INFINITY): Promise<Outcome<true>> {
    const { outcome } = await call(login, Math.min(withinMs, settings.timeoutsMs[login.timeout]));
    if (outcome.kind !== "proved") {
      if (outcome.failure.code === "credentials-rejected") session.refused();
      return outcome;
    }
    session.open(outcome.value);
    return { kind: "proved", value: true };
  }

  async function exchange<T>(
    endpoint: Endpoint<T>,
    attempt: number,
    remainingMs: number,
  ): Promise<Disposition<T>> {
    const { method, timeout: setting } = endpoint;
    const { timeoutsMs } = settings;
    const wholeMs = timeoutsMs[setting];
    const attemptMs = endpoint.attemptMs?.(timeoutsMs) ?? wholeMs;
    const request = requestFor(
      endpoint,
      settings,
      session,
      Math.max(0, Math.min(remainingMs, attemptMs)),
    );

    const { ending, tookMs, bytes } = await means.send(request);
    const answer = answerOf(ending);
    if (endpoint.authenticated && answer === 200) session.accepted();
    const path = door(request.url.pathname + request.url.search);
    const { path: of } = endpoint;
    means.heard.requestEnded({ of, method, path, answer, tookMs, bytes, attempt });

    const timeout = { setting, timeoutMs: Math.min(wholeMs, attemptMs) };
    const asked = { url: request.url, prefix: prefixOf(settings), timeout };
    const disposition = judge(endpoint, ending, asked, door);
    if (ending.kind === "answered") release(ending.body);
    return disposition;
  }

  return { call, logIn };
}

function answerOf(ending: Ending): number | NoAnswer {
  return ending.kind === "answered" ? ending.status : ending.kind;
}
