import type { Failure } from "../pipeline/failure.ts";
import type { Ending } from "../http/exchange.ts";
import type { Door } from "../text/plain.ts";
import type { Asked, Disposition } from "./disposition.ts";
import type { Endpoint } from "./endpoints.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { unreachable } from "./unreachable.ts";

/**
 * The table of outcomes (docs/failures.md): total over everything that an exchange can come to. The
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
      if (endpoint.whenTooLarge !== undefined && ending.status === 200) {
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
        lost(endpoint.path === "health" ? unhealthy(failure, ending.status, door) : failure),
      );
  }
}

/** An API that answers, only not that it is up: whatever it answers instead is one thing to people. */
function unhealthy(failure: Failure, status: number, door: Door): Failure {
  switch (failure.code) {
    case "api-error":
      return { code: "api-unhealthy", seen: door(`HTTP ${status} ${failure.words ?? ""}`) };
    case "contract-broken": {
      const excerpt = "excerpt" in failure.problem ? failure.problem.excerpt : "";
      return { code: "api-unhealthy", seen: door(`HTTP ${status} ${excerpt}`) };
    }
    default:
      return failure;
  }
}
