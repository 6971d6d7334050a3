import type { Failure } from "../pipeline/failure.ts";
import { internalError } from "../pipeline/internal-error.ts";
import type { Door } from "../text/plain.ts";
import { leave } from "./leave.ts";

/** Of a mistake that is told without the words of a language. */
export const INTERNAL_ERROR_TITLE = "Orquestra: internal-error";

/**
 * Lets `hear` know what broke outside of the tasks, be it thrown or rejected, and ends the process
 * with 1. Node by itself would print it as it is, secrets included. Whoever asks last is told.
 */
export function onMistake(
  door: Door,
  hear: (failure: Failure & { code: "internal-error" }) => void,
): void {
  process.removeAllListeners("uncaughtException");
  process.on("uncaughtException", (error) => {
    hear(internalError(error, door));
    // Nobody knows any more what else waits for what.
    leave(1);
  });
}
