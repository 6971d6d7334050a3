import type { Clock } from "../pipeline/ports.ts";

/** The process's own clocks. */
export const clock: Clock = {
  nowMs: () => performance.now(),
  today: () => new Date(),
};
