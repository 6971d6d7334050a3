import * as v from "valibot";
import { wait } from "../http/deadline.ts";
import { backoffMs } from "../http/retry.ts";
import type { Sender } from "../http/send.ts";
import { FIRST_ISSUE } from "../text/first-issue.ts";
import type { Blindness, Lookout, Sight } from "../watch/sight.ts";
import { askForFewer } from "./fewer-runs.ts";
import { gapOf } from "./gap.ts";
import { OF_WORKFLOW } from "./history-query.ts";
import { connect, type Octokit } from "./octokit.ts";
import type { Place } from "./place.ts";
import { runsAnswer, runsSeen, workflowAnswer } from "./watch-answer.ts";

/** Which workflow is looked at. */
export interface WorkflowWanted {
  /** The name of its file. */
  readonly workflow: string;
  /** How many of its runs; fewer where they say too much. */
  readonly runs: number;
}

/** In all: nobody waits for a watch, but a job that hangs costs its minutes. */
const LOOK_TIMEOUT_MS = 15_000;
/** A hiccup of GitHub's is over in a second or two, and no reason to alarm anybody. */
const MAX_LOOKS = 3;

/**
 * Looks at a workflow's runs with the workflow's own token: REST finds it by the name of its file, and
 * GraphQL gives what its runs left.
 */
export function createLookout(
  token: string,
  place: Place | undefined,
  { workflow, runs }: WorkflowWanted,
  means: Omit<Sender, "cancelled"> & { readonly random: () => number },
): Lookout {
  async function lookOnce(octokit: Octokit, { owner, repository, runId }: Place): Promise<Sight> {
    const found = await findWorkflow(octokit, { owner, repo: repository, workflow_id: workflow });
    if (found === undefined) return blind("no-workflow");
    const { node_id: id, state } = v.parse(workflowAnswer, found, FIRST_ISSUE);
    const { answer, runs: asked } = await askForFewer(runs, async (fewer) =>
      v.parse(runsAnswer, await octokit.graphql(OF_WORKFLOW, { id, runs: fewer }), FIRST_ISSUE),
    );
    const given = answer.workflow.runs?.nodes?.length ?? 0;
    return { kind: "seen", state, runs: runsSeen(answer, runId), isAll: given < asked };
  }

  return {
    async look(signal) {
      if (place === undefined) return blind("outside-actions");
      if (token === "") return blind("no-token");
      const endsAtMs = means.nowMs() + LOOK_TIMEOUT_MS;
      const octokit = await connect(token, LOOK_TIMEOUT_MS, { ...means, cancelled: signal });
      for (let look = 1; ; look += 1) {
        try {
          return await lookOnce(octokit, place);
        } catch (error) {
          const why = signal.aborted ? "cancelled" : gapOf(error);
          const isOver = look === MAX_LOOKS || means.nowMs() >= endsAtMs;
          if (why !== "no-answer" || isOver) return blind(why);
          await wait(backoffMs(look, means.random()), signal);
        }
      }
    },
  };
}

function blind(why: Blindness): Sight {
  return { kind: "blind", why };
}

/** `undefined` where the repository has no workflow of that file: whoever may not look hears 403. */
async function findWorkflow(
  octokit: Octokit,
  which: { readonly owner: string; readonly repo: string; readonly workflow_id: string },
): Promise<unknown> {
  try {
    return (await octokit.rest.actions.getWorkflow(which)).data;
  } catch (error) {
    if ((error as { readonly status?: number }).status === 404) return undefined;
    throw error;
  }
}
