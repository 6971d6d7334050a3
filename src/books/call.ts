import type { Failure, Outcome } from "../pipeline/failure.ts";
import type { Clock, Heard, NoAnswer } from "../pipeline/ports.ts";
import type { Settings } from "../settings/settings.ts";
import { wait } from "../http/deadline.ts";
import type { Ending } from "../http/exchange.ts";
import { backoffMs, limitWaitMs } from "../http/retry.ts";
import { send } from "../http/send.ts";
import type { Door } from "../text/plain.ts";
import type { Disposition } from "./disposition.ts";
import { login, type Endpoint } from "./endpoints.ts";
import { judge } from "./judge.ts";
import { createSession } from "./session.ts";

/** What the API is reached with, besides the settings. */
export interface Means {
  readonly clock: Clock;
  readonly door: Door;
  /** In [0, 1). */
  readonly random: () => number;
  readonly userAgent: string;
  readonly cancelled: AbortSignal;
  /** Makes the runner and the redactor hide a secret from here on. */
  readonly mask: (secret: string) => void;
  readonly heard: Heard;
}

/** What a call came to, and what went wrong on the way there. */
export interface Called<T> {
  readonly outcome: Outcome<T>;
  readonly retried: readonly Failure[];
}

/** With less time than this left a request is not sent: it would only be cut off at once. */
const LEAST_TIME_MS = 500;

/** Calls of one session. Each ends within its endpoint's time, log-ins and waits included. */
export function createCaller(settings: Settings, means: Means) {
  const { clock, door } = means;
  const session = createSession(clock, means.mask);
  const prefix = settings.apiUrl.pathname.replace(/\/$/, "");

  async function call<T>(
    endpoint: Endpoint<T>,
    withinMs = settings.timeoutsMs[endpoint.timeout],
  ): Promise<Called<T>> {
    const endsAtMs = clock.nowMs() + withinMs;
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
          const { failure } = disposition;
          const waitMs = pauseMs(endpoint, disposition, retried);
          retried.push(failure);
          if (waitMs === undefined || waitMs + LEAST_TIME_MS > remainingMs()) {
            return { outcome: { kind: "failed", failure }, retried };
          }
          means.heard.waiting(failure, waitMs);
          await wait(waitMs, means.cancelled);
        }
      }
    }
  }

  /** The token goes from the answer into the session, and nowhere else. */
  async function logIn(withinMs = Number.POSITIVE_INFINITY): Promise<Outcome<true>> {
    const { outcome } = await call(login, Math.min(withinMs, settings.timeoutsMs[login.timeout]));
    if (outcome.kind !== "proved") return outcome;
    session.open(outcome.value);
    return { kind: "proved", value: true };
  }

  /** Undefined when the call has had its tries. */
  function pauseMs(
    endpoint: Endpoint<unknown>,
    { pace }: Disposition<unknown> & { kind: "retry" },
    retried: readonly Failure[],
  ): number | undefined {
    if (typeof pace === "object") {
      const limits = retried.filter(({ code }) => code === "rate-limited").length;
      return limitWaitMs(pace.retryAfter, limits + 1, clock.today());
    }
    const retries = retried.filter(({ code }) => code !== "rate-limited").length;
    const isPatient = endpoint.patient === true && pace === "backoff";
    if (!isPatient && retries >= settings.retries) return undefined;
    return backoffMs(retries + 1, means.random());
  }

  async function exchange<T>(
    endpoint: Endpoint<T>,
    attempt: number,
    remainingMs: number,
  ): Promise<Disposition<T>> {
    const path = `${prefix}${settings.paths[endpoint.path] ?? ""}`;
    const url = new URL(path, settings.apiUrl);
    const timeoutMs = Math.max(0, Math.min(remainingMs, attemptMs(endpoint)));
    const request = {
      method: endpoint.method,
      url,
      timeoutMs,
      maxBodyBytes: endpoint.maxBodyBytes,
      headers: {
        accept: "application/json",
        "accept-encoding": "identity",
        ...(endpoint.authenticated ? session.headers() : {}),
        ...(endpoint.nature === "login" ? { "content-type": "application/json" } : {}),
      },
      ...(endpoint.nature === "login" ? { body: credentials() } : {}),
    };

    const { ending, tookMs, bytes } = await send(request, { ...means, nowMs: clock.nowMs });
    const answer = answerOf(ending);
    if (endpoint.authenticated && typeof answer === "number" && answer !== 401) session.accepted();
    means.heard.requestEnded({
      method: endpoint.method,
      path: door(path),
      answer,
      tookMs,
      bytes,
      attempt,
    });

    const timeout = { setting: endpoint.timeout, timeoutMs: settings.timeoutsMs[endpoint.timeout] };
    return judge(endpoint, ending, { url, prefix, timeout }, door);
  }

  function attemptMs({ attemptTimeout }: Endpoint<unknown>): number {
    if (typeof attemptTimeout === "string") return settings.timeoutsMs[attemptTimeout];
    return attemptTimeout ?? Number.POSITIVE_INFINITY;
  }

  function credentials(): string {
    const { username, password } = settings;
    return JSON.stringify({ username, password });
  }

  return { call, logIn };
}

function answerOf(ending: Ending): number | NoAnswer {
  return ending.kind === "answered" ? ending.status : ending.kind;
}
