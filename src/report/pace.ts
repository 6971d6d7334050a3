import { usualMs, type History } from "../pipeline/history.ts";
import type { LedgerEntry } from "../pipeline/ledger.ts";
import type { TaskRun } from "../pipeline/run.ts";

/** How long something took, against what is usual: the median of each task in the runs before. */
export interface Pace {
  readonly kind: "usual" | "slower" | "faster";
  readonly tookMs: number;
  readonly usualMs: number;
}

/** What the ledger keeps the time of. */
export type Work = "both" | "scrape" | "train";

/** Both hold for what is worth a word: half as long again, and by more than chance of seconds. */
const UNUSUAL_FACTOR = 1.5;
const UNUSUAL_MS = 10_000;

function paceOf(tookMs: number, usual: number): Pace {
  return { kind: kindOf(tookMs, usual), tookMs, usualMs: usual };
}

function kindOf(tookMs: number, usual: number): Pace["kind"] {
  if (isMuchMore(tookMs, usual)) return "slower";
  return isMuchMore(usual, tookMs) ? "faster" : "usual";
}

function isMuchMore(oneMs: number, otherMs: number): boolean {
  return oneMs > otherMs * UNUSUAL_FACTOR && oneMs - otherMs >= UNUSUAL_MS;
}

/** Of one task; `undefined` while it has not ended, or nobody knows what is usual. */
export function taskPace(
  { scrapeSeconds, trainingSeconds }: LedgerEntry,
  history: History,
  task: "scrape" | "train",
): Pace | undefined {
  const seconds = task === "scrape" ? scrapeSeconds : trainingSeconds;
  const usual = usualMs(history, task);
  return seconds === undefined || usual === undefined ? undefined : paceOf(seconds * 1000, usual);
}

/** Of all the work that a run did, as the ledger does not keep how long a run took in all. */
export function workPace(
  entry: LedgerEntry,
  history: History,
): (Pace & { readonly work: Work }) | undefined {
  const work = workOf(entry.scrapeSeconds, entry.trainingSeconds);
  const paces = (["scrape", "train"] as const)
    .filter((task) => work === "both" || work === task)
    .map((task) => taskPace(entry, history, task));
  if (work === undefined || paces.includes(undefined)) return undefined;
  const sum = (member: "tookMs" | "usualMs") =>
    paces.reduce((total, pace) => total + (pace?.[member] ?? 0), 0);
  return { work, ...paceOf(sum("tookMs"), sum("usualMs")) };
}

/** Which of the two somebody took the time of. */
export function workOf(scrape: number | undefined, train: number | undefined): Work | undefined {
  if (scrape !== undefined) return train === undefined ? "scrape" : "both";
  return train === undefined ? undefined : "train";
}

/** What there is to do of it. */
export function plannedWork(tasks: readonly Pick<TaskRun, "name">[]): Work | undefined {
  const hasTask = (task: Work) => tasks.some(({ name }) => name === task);
  if (hasTask("scrape")) return hasTask("train") ? "both" : "scrape";
  return hasTask("train") ? "train" : undefined;
}
