import type { PastRun } from "../pipeline/history.ts";
import type { LedgerEntry } from "../pipeline/ledger.ts";

/** What went wrong and was not made good yet. */
export interface Trouble {
  /** The failures since all was well, newest first. */
  readonly failures: readonly PastRun[];
  /** What a run still has to prove before all is well again. */
  readonly open: ReadonlySet<Need>;
}

/** What makes a failure good: the very work that failed, or any success where none of it was reached. */
type Need = "scrape" | "train" | "success";

/**
 * What the runs before a run left unsettled. A run that does half of the pipeline's work, as its button
 * offers, says nothing of the other half. Cancelled runs tell nothing at all.
 *
 * @param runs newest first
 */
export function troubleIn(runs: readonly PastRun[]): Trouble {
  return runs.toReversed().reduce(after, { failures: [], open: new Set() });
}

function after(trouble: Trouble, run: PastRun): Trouble {
  switch (run.result) {
    case "succeeded": {
      const open = stillOpen(trouble, run.entry);
      return open.size === 0 ? { failures: [], open } : { ...trouble, open };
    }
    case "failed":
    case "unknown": {
      const open = new Set([...trouble.open, needOf(run.entry)]);
      return { failures: [run, ...trouble.failures], open };
    }
    case "cancelled":
      return trouble;
  }
}

/** What is not made good by a run that succeeded. */
export function stillOpen(
  { open }: Trouble,
  entry: Pick<LedgerEntry, "records" | "artifacts"> | undefined,
): ReadonlySet<Need> {
  const left = new Set(open);
  left.delete("success");
  if (entry?.records !== undefined) left.delete("scrape");
  if (entry?.artifacts !== undefined) left.delete("train");
  return left;
}

function needOf(entry: LedgerEntry | undefined): Need {
  switch (entry?.failed) {
    case "scrape":
    case "gate":
      return "scrape";
    case "train":
    case "verify":
      return "train";
    case "health":
    case "login":
    case "baseline":
    case undefined:
      return "success";
  }
}
