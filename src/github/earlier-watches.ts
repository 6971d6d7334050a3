import type { Sender } from "../http/send.ts";
import { parseTold, TOLD_TITLE, type EarlierWatch } from "../watch/told.ts";
import { askAround } from "./around.ts";
import { listOf, type Annotation } from "./history-answer.ts";
import { connect } from "./octokit.ts";
import type { Place } from "./place.ts";

const TIMEOUT_MS = 15_000;

/**
 * What the jobs of this workflow's runs left that are watches, newest first. `undefined` where that cannot
 * be looked up.
 *
 * @param failedTitle of the warning that an alert did not arrive
 */
export async function earlierWatches(
  token: string,
  place: Place | undefined,
  { failedTitle, runs }: { readonly failedTitle: string; readonly runs: number },
  sender: Sender,
): Promise<readonly EarlierWatch[] | undefined> {
  if (place === undefined || token === "") return undefined;
  try {
    const { run } = await askAround(await connect(token, TIMEOUT_MS, sender), place, runs);
    return listOf(run?.workflow.runs).flatMap(({ checkSuite, createdAt }) =>
      listOf(checkSuite?.checkRuns).map(({ annotations, startedAt }) => {
        const all = listOf(annotations);
        return {
          at: startedAt ?? createdAt,
          told: messagesOf(all, "NOTICE", TOLD_TITLE).flatMap(parseTold),
          hasFailed: messagesOf(all, "WARNING", failedTitle).length > 0,
        };
      }),
    );
  } catch {
    return undefined;
  }
}

function messagesOf(
  annotations: readonly Annotation[],
  level: string,
  wanted: string,
): readonly string[] {
  return annotations
    .filter(({ annotationLevel, title }) => annotationLevel === level && title === wanted)
    .map(({ message }) => message);
}
