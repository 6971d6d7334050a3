import * as v from "valibot";
import type { Ledger, Memory, MemoryGap, Recollection } from "../pipeline/ports.ts";
import type { Sender } from "../http/send.ts";
import { punctualityOf, type Fired } from "./calendar.ts";
import { fetchWithin } from "./fetch.ts";
import { historyAnswer, historyOf, type HistoryAnswer } from "./history-answer.ts";
import { BY_ID, BY_URL } from "./history-query.ts";

/** Where this run stands on GitHub. */
export interface Place {
  readonly owner: string;
  readonly repository: string;
  readonly runId: number;
  /** The page of this run. */
  readonly runUrl: string;
}

/** What is asked for: the earlier runs of one pipeline. */
export interface Wanted {
  readonly pipeline: string;
  /** How many runs of the workflow are looked at; with 0 GitHub is not asked. */
  readonly runs: number;
  /** The line of the schedule that started this run, where one did. */
  readonly fired: Omit<Fired, "before"> | undefined;
}

/** The gate waits for it at the most this long; a scrape takes longer as a rule. */
const RECALL_TIMEOUT_MS = 15_000;
/** 30 runs of ten jobs with ten annotations each stay below; a ledger line has 200 bytes. */
const MAX_ANSWER_BYTES = 1024 * 1024;
/** The run that asks is one of those that it gets. */
const THIS_RUN = 1;

/** The ledger in the annotations of this workflow's runs, read with the workflow's own token. */
export function createLedger(
  token: string,
  place: Place | undefined,
  { pipeline, runs, fired }: Wanted,
  sender: Omit<Sender, "cancelled">,
): Ledger {
  async function remember(signal: AbortSignal): Promise<Memory> {
    if (runs === 0) return { kind: "not-wanted" };
    if (place === undefined) return unavailable("outside-actions");
    if (token === "") return unavailable("no-token");
    try {
      const answer = await ask(token, place, runs + THIS_RUN, { ...sender, cancelled: signal });
      return { kind: "found", history: historyOf(answer, place.runId, pipeline) };
    } catch (error) {
      return unavailable(gapOf(error));
    }
  }
  return {
    async recall(signal): Promise<Recollection> {
      const memory = await remember(signal);
      const before = memory.kind === "found" ? memory.history.lastScheduledAt : undefined;
      const punctuality = fired && (await punctualityOf({ ...fired, before }));
      return punctuality ? { memory, punctuality } : { memory };
    },
  };
}

function unavailable(reason: MemoryGap): Memory {
  return { kind: "unavailable", reason };
}

async function ask(
  token: string,
  place: Place,
  runs: number,
  sender: Sender,
): Promise<HistoryAnswer> {
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, {
    request: { fetch: fetchWithin(RECALL_TIMEOUT_MS, MAX_ANSWER_BYTES, sender) },
  });
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
