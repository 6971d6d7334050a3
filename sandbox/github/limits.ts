import { failure, json, type Answer } from "./answer.ts";
import type { Door } from "./troubles.ts";

/** What GitHub asks a caller to wait who was too quick. */
const SECONDARY_WAIT_S = 60;
const PRIMARY = "API rate limit exceeded for installation ID 60217.";
const SECONDARY =
  "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

/** The hour's requests are used up: GraphQL says so with 200. */
export function primaryLimit(door: Door): Answer {
  return door === "rest"
    ? failure(403, PRIMARY)
    : json(200, { errors: [{ type: "RATE_LIMITED", message: PRIMARY }] });
}

/** Too many requests at once. */
export function secondaryLimit(status: 403 | 429): Answer {
  return { ...failure(status, SECONDARY), headers: { "retry-after": String(SECONDARY_WAIT_S) } };
}
