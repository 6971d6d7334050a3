/** In the order in which they run; `report` is not among them, as it always runs and never fails a run. */
export const TASK_NAMES = [
  "health",
  "login",
  "baseline",
  "scrape",
  "gate",
  "train",
  "verify",
] as const;
export type TaskName = (typeof TASK_NAMES)[number];

export const RESULTS = ["succeeded", "failed", "unknown", "cancelled"] as const;
export type Result = (typeof RESULTS)[number];
