import * as v from "valibot";
import { FIRST_ISSUE } from "../text/first-issue.ts";
import { askForFewer } from "./fewer-runs.ts";
import { gapOf } from "./gap.ts";
import { historyAnswer, type HistoryAnswer } from "./history-answer.ts";
import { BY_ID, BY_URL } from "./history-query.ts";
import type { Octokit } from "./octokit.ts";
import type { Place } from "./place.ts";

/** The run that asks is one of those that it gets. */
const THIS_RUN = 1;

/** So many runs of the workflow that this run is one of, or fewer where they say too much. */
export async function askAround(
  octokit: Octokit,
  place: Place,
  earlierRuns: number,
): Promise<HistoryAnswer> {
  const { answer } = await askForFewer(earlierRuns, (fewer) =>
    ask(octokit, place, fewer + THIS_RUN),
  );
  return answer;
}

async function ask(octokit: Octokit, place: Place, runs: number): Promise<HistoryAnswer> {
  const query = async (text: string, variables: object) =>
    v.parse(historyAnswer, await octokit.graphql(text, { ...variables, runs }), FIRST_ISSUE);

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
