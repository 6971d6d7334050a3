import type { Failure } from "../pipeline/failure.ts";
import type { Door } from "../text/plain.ts";
import { excerptOf, jsonOf, wordsOf, type Answer } from "./answer.ts";
import { readError } from "./contract.ts";
import type { Endpoint } from "./endpoints.ts";
import type { Asked, Disposition } from "./disposition.ts";
import { redirectOf } from "./redirect.ts";

/**
 * The rows of the table for a whole answer, by its status.
 *
 * @param lost what an answer comes to that does not tell whether the work was done
 */
export function judgeAnswer<T>(
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
  const line = door(`${endpoint.method} ${asked.url.pathname}`);
  const apiError = (): Failure => ({ code: "api-error", status, asked: line, ...words() });
  const failed = (failure: Failure): Disposition<T> => ({ kind: "failed", failure });

  if (status === 200) return judgeProof(endpoint, answer, door, lost);

  switch (status) {
    case 401:
    case 403: {
      if (endpoint.nature === "login") return failed({ code: "credentials-rejected", ...words() });
      // Without a token in the request there is none that was rejected.
      if (!endpoint.authenticated) return failed(apiError());
      const failure: Failure = { code: "token-rejected", status, ...words() };
      return status === 401 ? { kind: "log-in-again", failure } : failed(failure);
    }
    case 429:
      return limited(status, headers["retry-after"]);
    case 301:
    case 307:
    case 308:
      return failed(redirectOf(answer, endpoint, asked, door));
    case 408:
    case 502:
    case 504:
      return lost(apiError());
    case 503:
      return headers["retry-after"] === undefined
        ? lost(apiError())
        : limited(status, headers["retry-after"]);
  }

  switch (Math.floor(status / 100)) {
    // Accepted, created, partial: another promise than the work done, whatever the body says.
    case 2: {
      // Such an answer to a log-in may hold a token.
      const said = endpoint.nature === "login" ? undefined : wordsOf(answer, door);
      const excerpt = said ?? door("");
      const problem = { kind: "other-success", status, asked: line, excerpt } as const;
      return lost({ code: "contract-broken", problem });
    }
    case 3: {
      // Not retried even for a read: where it points to is a setting that somebody must change.
      const failure = redirectOf(answer, endpoint, asked, door);
      return endpoint.nature === "effect" ? { kind: "unknown", failure } : failed(failure);
    }
    case 4:
      return failed(apiError());
    case 5: {
      const read = jsonOf(answer, door);
      const failure = apiError();
      const said =
        endpoint.nature === "effect" && "json" in read && readError(read.json) !== undefined;
      return said ? failed(failure) : lost(failure);
    }
    default:
      return lost({ code: "contract-broken", problem: { kind: "not-http" } });
  }
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
  const read = jsonOf(answer, door, endpoint.member);
  const verdict = "json" in read ? endpoint.read(read.json) : { kind: "unreadable" as const, read };
  if (verdict.kind === "proved") return verdict;
  if (endpoint.nature === "login") {
    // Its answer is never quoted: what is no usable token may still be a part of one.
    const problem = { kind: "no-usable-token" } as const;
    return { kind: "failed", failure: { code: "contract-broken", problem } };
  }
  switch (verdict.kind) {
    case "unreadable":
      return lost({ code: "contract-broken", problem: verdict.read.problem });
    case "no-data": {
      const of = endpoint.path === "training" ? "artifacts" : "records";
      const words = verdict.words === undefined ? {} : { words: door(verdict.words) };
      return { kind: "failed", failure: { code: "no-data", of, ...words } };
    }
    case "not-ready":
      return lost({ code: "api-unhealthy", seen: door(verdict.seen) });
    case "wrong-shape": {
      const { field } = verdict;
      const problem = { kind: "wrong-shape", field, excerpt: excerptOf(answer, door) } as const;
      return lost({ code: "contract-broken", problem });
    }
  }
}
