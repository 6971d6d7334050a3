import type { Failure, Outcome } from "../pipeline/failure.ts";
import type { TimeoutSetting } from "../settings/settings.ts";
import type { Ending } from "../http/exchange.ts";
import type { Door } from "../text/plain.ts";
import { excerptOf, jsonOf, wordsOf, type Answer } from "./answer.ts";
import type { Endpoint } from "./endpoints.ts";
import { readError } from "./contract.ts";
import { redirectOf } from "./redirect.ts";
import { unreachable } from "./unreachable.ts";

/** What to do after one exchange. `failure` of the last two is what it comes to when nothing can be done. */
export type Disposition<T> =
  | Outcome<T>
  | {
      readonly kind: "retry";
      readonly failure: Failure;
      /** `hopeless`: trying for longer than `retries` allows would only hide a wrong setting. */
      readonly pace: "backoff" | "hopeless" | { readonly retryAfter: string | undefined };
    }
  | { readonly kind: "log-in-again"; readonly failure: Failure };

/** What the sentences about a failure need to know of the request. */
export interface Asked {
  readonly url: URL;
  /** The part of the URL's path that belongs to `api-url`. */
  readonly prefix: string;
  readonly timeout: { readonly setting: TimeoutSetting; readonly timeoutMs: number };
}

/**
 * The table of outcomes (docs/reliability.md): total over everything that an exchange can come to. The
 * first row that matches wins. An effect whose answer is lost is `unknown`; a read is tried again.
 */
export function judge<T>(
  endpoint: Endpoint<T>,
  ending: Ending,
  asked: Asked,
  door: Door,
): Disposition<T> {
  const lost = (failure: Failure): Disposition<T> =>
    endpoint.nature === "effect"
      ? { kind: "unknown", failure }
      : { kind: "retry", failure, pace: "backoff" };

  switch (ending.kind) {
    case "not-sent": {
      const { failure, hopeless } = unreachable(ending.obstacle, asked.url, door);
      return { kind: "retry", failure, pace: hopeless ? "hopeless" : "backoff" };
    }
    case "lost":
      return lost({
        code: "connection-lost",
        during: ending.during,
        detail: door(ending.detail),
      });
    case "deadline":
      return lost({ code: "timed-out", ...asked.timeout });
    case "too-large":
      if (endpoint.whenTooLarge !== undefined && ending.part === "body") {
        return { kind: "proved", value: endpoint.whenTooLarge };
      }
      return lost({
        code: "response-too-large",
        part: ending.part,
        limitBytes: ending.limitBytes,
      });
    case "garbage":
      return lost({ code: "contract-broken", problem: { kind: "not-http" } });
    case "cancelled": {
      const mayBeWorking = ending.sent && endpoint.nature === "effect";
      return { kind: "failed", failure: { code: "cancelled", mayBeWorking } };
    }
    case "answered":
      return judgeAnswer(endpoint, ending, asked, door, (failure) =>
        lost(endpoint.path === "health" ? unhealthy(failure, door) : failure),
      );
  }
}

function judgeAnswer<T>(
  endpoint: Endpoint<T>,
  answer: Answer,
  asked: Asked,
  door: Door,
  lost: (failure: Failure) => Disposition<T>,
): Disposition<T> {
  const { status, headers } = answer;
  const words = () => {
    const said = wordsOf(answer, door);
    return said === undefined ? {} : { words: said };
  };
  const failed = (failure: Failure): Disposition<T> => ({ kind: "failed", failure });

  if (status >= 200 && status < 300) return judgeProof(endpoint, answer, door, lost);

  switch (status) {
    case 401: {
      if (endpoint.nature === "login") return failed({ code: "credentials-rejected", ...words() });
      const failure: Failure = { code: "token-rejected", status, ...words() };
      return endpoint.authenticated ? { kind: "log-in-again", failure } : failed(failure);
    }
    case 403:
      return failed(
        endpoint.nature === "login"
          ? { code: "credentials-rejected", ...words() }
          : { code: "token-rejected", status, ...words() },
      );
    case 429:
      return limited(status, headers["retry-after"]);
    case 301:
    case 307:
    case 308:
      return failed(redirectOf(answer, endpoint, asked, door));
    case 408:
    case 502:
    case 504:
      return lost({ code: "api-error", status, ...words() });
    case 503:
      return headers["retry-after"] === undefined
        ? lost({ code: "api-error", status, ...words() })
        : limited(status, headers["retry-after"]);
  }

  if (status >= 300 && status < 400) {
    // Not retried even for a read: where it points to is a setting that somebody must change.
    const failure = redirectOf(answer, endpoint, asked, door);
    return endpoint.nature === "effect" ? { kind: "unknown", failure } : failed(failure);
  }
  if (status >= 400 && status < 500) return failed({ code: "api-error", status, ...words() });
  if (status >= 500 && status < 600) {
    const read = jsonOf(answer, door);
    const failure: Failure = { code: "api-error", status, ...words() };
    const said =
      endpoint.nature === "effect" && "json" in read && readError(read.json) !== undefined;
    return said ? failed(failure) : lost(failure);
  }
  return lost({ code: "contract-broken", problem: { kind: "not-http" } });
}

/** Nothing happened on the other side: it said so before it began. */
function limited(status: number, retryAfter: string | undefined): Disposition<never> {
  const failure: Failure = { code: "rate-limited", status };
  return { kind: "retry", failure, pace: { retryAfter } };
}

/** Only the body proves the work: a status of 200 is what the real API answers when nothing was done. */
function judgeProof<T>(
  endpoint: Endpoint<T>,
  answer: Answer,
  door: Door,
  lost: (failure: Failure) => Disposition<T>,
): Disposition<T> {
  const read = jsonOf(answer, door);
  if ("problem" in read) return lost({ code: "contract-broken", problem: read.problem });

  const verdict = endpoint.read(read.json);
  switch (verdict.kind) {
    case "proved":
      return verdict;
    case "no-data": {
      const of = endpoint.path === "training" ? "artifacts" : "records";
      const words = verdict.words === undefined ? {} : { words: door(verdict.words) };
      return { kind: "failed", failure: { code: "no-data", of, ...words } };
    }
    case "not-ready":
      return lost({ code: "api-unhealthy", seen: door(verdict.seen) });
    case "wrong-shape": {
      if (endpoint.nature === "login") {
        // Its answer is never quoted: what is no usable token may still be half of one.
        return {
          kind: "failed",
          failure: { code: "contract-broken", problem: { kind: "no-usable-token" } },
        };
      }
      const { field } = verdict;
      const problem = { kind: "wrong-shape", field, excerpt: excerptOf(answer, door) } as const;
      return lost({ code: "contract-broken", problem });
    }
  }
}

/** An API that answers, only not that it is up: whatever it answers instead is one thing to people. */
function unhealthy(failure: Failure, door: Door): Failure {
  switch (failure.code) {
    case "api-error":
      return { code: "api-unhealthy", seen: door(`HTTP ${failure.status} ${failure.words ?? ""}`) };
    case "contract-broken": {
      const { problem } = failure;
      const excerpt = "excerpt" in problem ? problem.excerpt : "";
      return { code: "api-unhealthy", seen: door(`${problem.kind}: ${excerpt}`) };
    }
    default:
      return failure;
  }
}
