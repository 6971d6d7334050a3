import type { Facts } from "../pipeline/run.ts";
import type { TaskName } from "../pipeline/names.ts";
import type { Voice } from "./voice.ts";
import type { ResultWords } from "./words/words.ts";

/** What the tasks of a run found out, as far as their results are made of it. */
export interface Found extends Pick<
  Facts,
  "countedBefore" | "before" | "reported" | "resumedFrom" | "stored" | "served"
> {
  readonly artifacts?: number;
  /** Who logged in; empty where that is not known. */
  readonly username: string;
}

/** What a task that proved its work has to show for it. */
export function provedResult(
  name: TaskName,
  found: Found,
  results: ResultWords,
  voice: Voice,
): string {
  switch (name) {
    case "health":
      return results.health;
    case "login":
      return found.username === "" ? "" : results.login(found.username, voice);
    case "baseline":
      return results.baseline(found.countedBefore, voice);
    case "scrape":
      if (found.reported === undefined) return "";
      return found.resumedFrom === undefined
        ? results.scrape(found.reported, voice)
        : results.resumed(found.reported, found.resumedFrom, voice);
    case "gate": {
      const { reported, stored, before } = found;
      return reported === undefined ? "" : results.gate({ reported, stored, before }, voice);
    }
    case "train":
      return results.train(found.artifacts ?? 0, voice);
    case "verify":
      return results.verify(found.served, voice);
  }
}
