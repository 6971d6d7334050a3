import { createBooksApi } from "../books/api.ts";
import type { Means } from "../books/call.ts";
import type { Failure } from "../pipeline/failure.ts";
import type { TaskName } from "../pipeline/names.ts";
import { isWrongPath } from "../report/words/statuses.ts";
import type { Settings } from "../settings/settings.ts";
import type { Plain } from "../text/plain.ts";
import type { World } from "./world.ts";

/** A failure in which no whole answer came. */
export type Silence = Extract<
  Failure,
  { readonly code: "api-unreachable" | "timed-out" | "connection-lost" }
>;

type ApiError = Extract<Failure, { readonly code: "api-error" }>;

/** What a try of the API came to. */
export type Probe =
  | { readonly kind: "welcome" }
  | { readonly kind: "rejected"; readonly words?: Plain }
  /** It could not be spoken to from here, which says nothing of the runner's network. */
  | { readonly kind: "unreached"; readonly failure: Silence }
  /** It answers, and not as the API does: a run would hear the same. */
  | { readonly kind: "unknown-call"; readonly task: TaskName; readonly failure: ApiError }
  | { readonly kind: "doubtful"; readonly task: TaskName; readonly failure: Failure };

/** Logs in and looks at the health page, as a run would: changes nothing. */
export async function tryApi(settings: Settings, world: World): Promise<Probe> {
  const api = createBooksApi(settings, meansOf(world));
  const login = await api.logIn();
  world.interruption.throwIfAborted();
  if (login.kind !== "proved") return probeOf("login", login.failure);
  const health = await api.health();
  world.interruption.throwIfAborted();
  return health.kind === "proved" ? { kind: "welcome" } : probeOf("health", health.failure);
}

export function meansOf(world: World): Means {
  const { clock, door, random, send, pause, mask } = world;
  const heard = { requestEnded: () => {}, waiting: () => {} };
  return { clock, door, random, send, pause, mask, heard };
}

function probeOf(task: TaskName, failure: Failure): Probe {
  switch (failure.code) {
    case "credentials-rejected":
      return { kind: "rejected", ...(failure.words && { words: failure.words }) };
    case "api-unreachable":
    case "timed-out":
    case "connection-lost":
      return { kind: "unreached", failure };
    case "api-error":
      return isWrongPath(failure.status)
        ? { kind: "unknown-call", task, failure }
        : { kind: "doubtful", task, failure };
    default:
      return { kind: "doubtful", task, failure };
  }
}
