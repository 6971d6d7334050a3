import type { Chronicle } from "./chronicle.ts";

/** Whether a summary of this run is wanted at all. */
export function hasSummary({ summary, entry }: Pick<Chronicle, "summary" | "entry">): boolean {
  switch (summary) {
    case "none":
      return false;
    case "on-failure":
      return entry.result !== "succeeded";
    case "short":
    case "full":
      return true;
  }
}
