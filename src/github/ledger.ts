import * as v from "valibot";
import { parseLedger, type LedgerEntry } from "../pipeline/ledger.ts";
import type { Ledger, Memory, MemoryGap } from "../pipeline/ports.ts";
import type { Sender } from "../http/send.ts";
import { fetchWithin } from "./fetch.ts";
import { BY_ID, BY_URL } from "./history-query.ts";

/** Where this run stands on GitHub. */
export interface Place {
  readonly owner: string;
  readonly repository: string;
  readonly runId: number;
  /** The page of this run. */
  readonly runUrl: string;
}

/** The gate waits for it at the most this long; a scrape takes longer as a rule. */
const RECALL_TIMEOUT_MS = 15_000;
/** A month of daily runs. */
const RUNS = 30;

const annotation = v.object({
  title: v.nullable(v.string()),
  message: v.string(),
  annotationLevel: v.nullable(v.string()),
});
/** GraphQL puts null in the place of what could not be read: that is passed over, the rest counts. */
const nodes = <T extends v.GenericSchema>(node: T) =>
  v.nullable(v.object({ nodes: v.nullable(v.array(v.nullable(node))) }));
const answer = v.object({
  run: v.nullable(
    v.object({
      workflow: v.object({
        runs: nodes(
          v.object({
            databaseId: v.nullable(v.number()),
            checkSuite: v.nullable(
              v.object({
                checkRuns: nodes(
                  v.object({
                    databaseId: v.nullable(v.number()),
                    annotations: nodes(annotation),
                  }),
                ),
              }),
            ),
          }),
        ),
      }),
    }),
  ),
});
type Answer = v.InferOutput<typeof answer>;

/** The ledger in the annotations of this workflow's runs, read with the workflow's own token. */
export function createLedger(
  token: string,
  place: Place | undefined,
  pipeline: string,
  sender: Omit<Sender, "cancelled">,
): Ledger {
  return {
    async recall(signal) {
      if (place === undefined) return unavailable("outside-actions");
      if (token === "") return unavailable("no-token");
      try {
        const entries = entriesOf(await ask(token, place, { ...sender, cancelled: signal }));
        const lastProved = entries.find(
          (entry) =>
            entry.pipeline === pipeline &&
            entry.result === "succeeded" &&
            entry.records !== undefined,
        );
        return lastProved ? { kind: "found", lastProved } : { kind: "none" };
      } catch (error) {
        return unavailable(gapOf(error));
      }
    },
  };
}

function unavailable(reason: MemoryGap): Memory {
  return { kind: "unavailable", reason };
}

async function ask(token: string, place: Place, sender: Sender): Promise<Answer> {
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, {
    request: { fetch: fetchWithin(RECALL_TIMEOUT_MS, sender) },
  });
  const query = async (text: string, variables: object) =>
    v.parse(answer, await octokit.graphql(text, { ...variables, runs: RUNS }));

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

/** Newest run first, and in a run the newest check run first. What is not ours is passed over. */
function entriesOf({ run }: Answer): readonly LedgerEntry[] {
  return listOf(run?.workflow.runs).flatMap(({ checkSuite }) =>
    listOf(checkSuite?.checkRuns)
      .toSorted((a, b) => (b.databaseId ?? 0) - (a.databaseId ?? 0))
      .flatMap(({ annotations }) => listOf(annotations))
      .filter(({ annotationLevel }) => annotationLevel === "NOTICE")
      .flatMap(({ title, message }) => parseLedger(title ?? "", message) ?? []),
  );
}

function listOf<T>(
  connection: { readonly nodes: readonly (T | null)[] | null } | null | undefined,
): readonly T[] {
  return (connection?.nodes ?? []).filter((node) => node !== null);
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
