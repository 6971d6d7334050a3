import type { Access } from "./access.ts";

/** Requests an hour; a job's token has them for its repository, a person for all there is. */
const LIMITS = { installation: 1_000, person: 5_000 } as const;
const HOUR_MS = 3_600_000;

export type Resource = "core" | "graphql";

interface Window {
  readonly endsAtMs: number;
  used: number;
}

/** What is left of a token's hour, for REST and for GraphQL apart. */
export class Budget {
  readonly #windows = new Map<string, Window>();

  /**
   * Counts a request; the headers that tell how much is left, and whether it was one too many.
   * With `isSpent` nothing is left, whatever was counted.
   */
  spend(access: Access, resource: Resource, nowMs: number, isSpent: boolean) {
    const limit = LIMITS[access.kind];
    const key = `${access.kind} ${access.login} ${resource}`;
    const known = this.#windows.get(key);
    const isOpen = known !== undefined && nowMs < known.endsAtMs;
    const window = isOpen ? known : { endsAtMs: nowMs + HOUR_MS, used: 0 };
    window.used += 1;
    this.#windows.set(key, window);
    const used = isSpent ? limit + 1 : window.used;
    const headers = {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(Math.max(0, limit - used)),
      "x-ratelimit-used": String(Math.min(limit, used)),
      "x-ratelimit-reset": String(Math.ceil(window.endsAtMs / 1000)),
      "x-ratelimit-resource": resource,
    };
    return { headers, exceeded: used > limit };
  }
}
