import type { Scene } from "./words.ts";

/** What follows from where a failure happened, in any language. */

type Task = Scene["task"];

/** The input that holds the path a task calls; `undefined` outside of the tasks. */
export function pathOf(task: Task): string | undefined {
  switch (task) {
    case "health":
    case "login":
    case "scrape":
      return `${task}-path`;
    case "train":
      return "training-path";
    case "baseline":
    case "gate":
      return "stats-path";
    case "verify":
      return "features-path";
    case undefined:
      return undefined;
  }
}

/** The input that limits a task's time. */
export function timeoutOf(task: Task): string {
  switch (task) {
    case "health":
      return "warm-up";
    case "login":
      return "login-timeout";
    case "scrape":
      return "scrape-timeout";
    case "train":
      return "training-timeout";
    case "baseline":
    case "gate":
    case "verify":
    case undefined:
      return "read-timeout";
  }
}

/** Whether the API may go on with a task's work although nobody waits for its answer. */
export function goesOnAlone(task: Task): boolean {
  return task === "scrape" || task === "train";
}

/**
 * The job ran in GitHub's network and the API is in somebody's own: they can never meet. On such a
 * machine `localhost` is that machine, too, and not the one on which the API was tried out.
 */
export function isOutOfReach({ runner, hostKind }: Scene): boolean {
  return runner === "github-hosted" && hostKind !== "public";
}
