import type { Placeless } from "../settings/settings.ts";
import type { TaskName } from "./names.ts";
import { planOf } from "./pipeline.ts";

/** How often the gate reads at most: statistics, and the features where they disagree. */
const GATE_READS = 2;

/** The most that the tasks of a run take together, each of which ends by itself in its time. */
export function longestMs(settings: Placeless): number {
  return planOf(settings).reduce((sum, { name }) => sum + mostMs(name, settings.timeoutsMs), 0);
}

function mostMs(task: TaskName, timeoutsMs: Placeless["timeoutsMs"]): number {
  switch (task) {
    case "health":
      return timeoutsMs["warm-up"];
    case "login":
      return timeoutsMs["login-timeout"];
    case "scrape":
      return timeoutsMs["scrape-timeout"];
    case "train":
      return timeoutsMs["training-timeout"];
    case "gate":
      return GATE_READS * timeoutsMs["read-timeout"];
    case "baseline":
    case "verify":
      return timeoutsMs["read-timeout"];
  }
}
