import type { LedgerEntry } from "../pipeline/ledger.ts";
import type { Recollection } from "../pipeline/ports.ts";
import type { SummaryMode } from "../settings/settings.ts";
import { ledgerEntryOf } from "./ledger-entry.ts";
import { plannedWork, type Work } from "./pace.ts";
import type { Story, Telling } from "./story.ts";

/** A run among those before it: what it leaves to the ledger, and what is known of the time before it. */
export interface Chronicle extends Telling {
  readonly entry: LedgerEntry;
  readonly startedAt: Date;
  readonly tookMs: number;
  /** What it was to do of it. */
  readonly work: Work | undefined;
  /** Absent where nothing was recalled. */
  readonly recollection?: Recollection;
  /** How many earlier runs were to be looked at. */
  readonly history: number;
  readonly summary: SummaryMode;
}

export function chronicleOf(story: Story): Chronicle {
  const { run, settings, isPreflight: _, username: __, ...telling } = story;
  const { startedAt, tookMs, recollection } = run;
  return {
    ...telling,
    entry: ledgerEntryOf(story),
    startedAt,
    tookMs,
    work: plannedWork(run.tasks),
    ...(recollection ? { recollection } : {}),
    history: settings?.history ?? 0,
    // Of settings that are not right nobody knows which summary they ask for.
    summary: settings?.summary ?? "full",
  };
}
