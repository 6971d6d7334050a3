import * as v from "valibot";
import type { Ledger, Memory, MemoryGap, Recollection } from "../pipeline/ports.ts";
import type { Sender } from "../http/send.ts";
import { punctualityOf, type Fired, type Starts } from "./calendar.ts";
import {
  historyAnswer,
  historyOf,
  startsOf,
  type HistoryAnswer,
  type Identity,
} from "./history-answer.ts";
import { BY_ID, BY_URL } from "./history-query.ts";
import { connect, type Octokit } from "./octokit.ts";
import type { Place } from "./place.ts";
import { isFileOf } from "./same-file.ts";

/** What is asked for: the earlier runs of one pipeline. */
export interface Wanted extends Identity {
  /** How many runs of the workflow are looked at; with 0 GitHub is not asked. */
  readonly runs: number;
  /** The line of the schedule that started this run, where one did. */
  readonly fired: Fired | undefined;
}

/** The gate waits for it at the most this long; a scrape takes longer as a rule. */
const RECALL_TIMEOUT_MS = 15_000;
/** The run that asks is one of those that it gets. */
const THIS_RUN = 1;

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
      const answer = await ask(octokit, place, runs + THIS_RUN);
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

async function ask(octokit: Octokit, place: Place, runs: number): Promise<HistoryAnswer> {
  const query = async (text: string, variables: object) =>
    v.parse(historyAnswer, await octokit.graphql(text, { ...variables, runs }));

  try {
    const byUrl = await query(BY_URL, { page: place.runUrl });
    if (byUrl.run !== null) return byUrl;
  } catch (error) {
    // That a page cannot be looked up so is no reason to give up; that we may not, or nobody answers, is.
    if (gapOf(error) !== "malformed") throw error;
  }
  const run = await octokit.rest.actions.getWorkflowRun({
    owner: place.owner,
    repo: place.repository,
    run_id: place.runId,
  });
  return query(BY_ID, { id: run.data.node_id });
}

/**
 * GitHub tells a missing permission by 401, 403 or 404 on REST, and on GraphQL by an error of type
 * FORBIDDEN (or a message that the resource is not accessible by the integration). A limit comes as
 * 403 or 429, and says so in its message.
 */
function gapOf(error: unknown): MemoryGap {
  if (v.isValiError(error)) return "malformed";
  const { status, errors, message } = error as {
    readonly status?: number;
    readonly errors?: readonly { readonly type?: string; readonly message?: string }[];
    readonly message?: string;
  };
  if (/rate limit/i.test(message ?? "") || (status ?? 0) >= 429) return "no-answer";
  if (status === 401 || status === 403 || status === 404) return "no-permission";
  const isForbidden = errors?.some(
    (one) => one.type === "FORBIDDEN" || /not accessible/i.test(one.message ?? ""),
  );
  return isForbidden === true ? "no-permission" : "malformed";
}
