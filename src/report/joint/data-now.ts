import type { DataNow } from "../data-now.ts";
import type { JointChronicle } from "./story.ts";

/**
 * What the run left behind, as far as the task that went wrong tells it. After a scrape the data were
 * looked at, and the summary of its own job says what was seen.
 */
export function jointDataNow({ verdict, entry }: JointChronicle): DataNow | undefined {
  if (verdict.kind !== "setback" || verdict.result === "cancelled") return undefined;
  const { job, result } = verdict;
  if (job.end.kind !== "told") return undefined;
  const stored = entry.records === undefined ? {} : { stored: entry.records };
  const { failed } = job.end.told.entry;
  switch (failed) {
    case "health":
    case "login":
    case "baseline":
      if (entry.records !== undefined) return { kind: "not-trained", ...stored };
      return { kind: "untouched", ...(entry.before === undefined ? {} : { before: entry.before }) };
    case "train":
      return { kind: result === "unknown" ? "training-unknown" : "not-trained", ...stored };
    default:
      return undefined;
  }
}
