import type { WatchState } from "../../watch/verdict.ts";

/** Each state has its mark and, next to it, its words: the mark alone never says it. */
export const MARKS: Readonly<Record<WatchState, string>> = {
  fresh: "✅",
  running: "⏳",
  stale: "❌",
  never: "❌",
  disabled: "❌",
  blind: "❓",
};
