import type { Sender } from "../http/send.ts";
import { askAround } from "./around.ts";
import { listOf } from "./history-answer.ts";
import { connect } from "./octokit.ts";
import type { Place } from "./place.ts";

const TIMEOUT_MS = 15_000;

/**
 * When jobs of this workflow's runs ended with an error of one of these titles: what a watch leaves that
 * raises an alarm. `undefined` where that cannot be looked up.
 */
export async function earlierAlarms(
  token: string,
  place: Place | undefined,
  { titles, runs }: { readonly titles: readonly string[]; readonly runs: number },
  sender: Sender,
): Promise<readonly Date[] | undefined> {
  if (place === undefined || token === "") return undefined;
  try {
    const { run } = await askAround(await connect(token, TIMEOUT_MS, sender), place, runs);
    return listOf(run?.workflow.runs).flatMap(({ checkSuite, createdAt }) =>
      listOf(checkSuite?.checkRuns)
        .filter(({ annotations }) =>
          listOf(annotations).some(
            ({ title, annotationLevel }) =>
              annotationLevel === "FAILURE" && titles.some((known) => known === title),
          ),
        )
        .map(({ startedAt }) => startedAt ?? createdAt),
    );
  } catch {
    return undefined;
  }
}
