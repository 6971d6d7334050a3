import type { Door } from "../text/plain.ts";
import type { Failure } from "./failure.ts";

/** A mistake of ours, whatever was thrown. */
export function internalError(error: unknown, door: Door): Failure & { code: "internal-error" } {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: "internal-error", detail: door(detail) };
}
