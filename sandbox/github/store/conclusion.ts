import type { Conclusion } from "./job.ts";

/** How a run ended, by the ends of its jobs; null while one of them is at work. */
export function conclusionOf(jobs: readonly (Conclusion | null)[]): Conclusion | null {
  if (jobs.includes(null)) return null;
  if (jobs.includes("cancelled")) return "cancelled";
  if (jobs.includes("failure") || jobs.includes("timed_out")) return "failure";
  return jobs.every((job) => job === "skipped") ? "skipped" : "success";
}
