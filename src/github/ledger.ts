import type { Ledger, Memory, MemoryGap, Recollection } from "../pipeline/ports.ts";
import type { Sender } from "../http/send.ts";
import { askAround } from "./around.ts";
import { punctualityOf, type Fired, type Starts } from "./calendar.ts";
import { gapOf } from "./gap.ts";
import { historyOf, startsOf, type Identity } from "./history-answer.ts";
import { connect } from "./octokit.ts";
import type { Place } from "./place.ts";
import { isFileOf } from "./same-file.ts";

/** What is asked for: the earlier runs of one pipeline. */
export interface Wanted extends Identity {
  /** How many earlier runs of the workflow are looked at; with 0 GitHub is not asked. */
  readonly runs: number;
  /** The line of the schedule that started this run, where one did. */
  readonly fired: Fired | undefined;
}

/** The gate waits for it at the most this long; a scrape takes longer as a rule. */
const RECALL_TIMEOUT_MS = 15_000;

/** What GitHub told. */
interface Told {
  readonly memory: Memory;
  readonly starts: Starts;
  /** Whether the line of the schedule is the one by which that run was started. */
  readonly isLineOf: (runId: number) => Promise<boolean>;
}

/** The ledger in the annotations of this workflow's runs, read with the workflow's own token. */
export function createLedger(
  token: string,
  place: Place | undefined,
  { runs, fired, ...identity }: Wanted,
  sender: Omit<Sender, "cancelled">,
): Ledger {
  async function askAll(signal: AbortSignal): Promise<Told> {
    if (runs === 0) return nothing({ kind: "not-wanted" });
    if (place === undefined) return nothing(unavailable("outside-actions"));
    if (token === "") return nothing(unavailable("no-token"));
    try {
      const octokit = await connect(token, RECALL_TIMEOUT_MS, {
        ...sender,
        cancelled: signal,
      });
      const answer = await askAround(octokit, place, runs);
      return {
        memory: { kind: "found", history: historyOf(answer, place.runId, identity) },
        starts: startsOf(answer, place.runId),
        isLineOf: (runId) => isFileOf(runId, place, octokit),
      };
    } catch (error) {
      return nothing(unavailable(gapOf(error)));
    }
  }
  return {
    async recall(signal): Promise<Recollection> {
      const told = await askAll(signal);
      const { memory, starts } = told;
      const punctuality = fired && (await punctualityOf(fired, starts));
      if (!punctuality) return { memory };
      const isCertain = punctuality.missedAt.length === 0 || (await isLineKnown(told));
      // Runs that never came are told of the line by which they should have come, and of no other.
      return { memory, punctuality: isCertain ? punctuality : { ...punctuality, missedAt: [] } };
    },
  };
}

function unavailable(reason: MemoryGap): Memory {
  return { kind: "unavailable", reason };
}

function nothing(memory: Memory): Told {
  return { memory, starts: {}, isLineOf: () => Promise.resolve(false) };
}

/** Whether the line is as old as the last run that a schedule started. */
async function isLineKnown({ starts: { lastScheduled }, isLineOf }: Told): Promise<boolean> {
  return lastScheduled?.id ? isLineOf(lastScheduled.id) : false;
}
