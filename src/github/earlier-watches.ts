import type { Sender } from "../http/send.ts";
import { parseTold, TOLD_TITLE, type EarlierWatch } from "../watch/told.ts";
import { askAround } from "./around.ts";
import { listOf } from "./history-answer.ts";
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
      listOf(checkSuite?.checkRuns).map(({ annotations, startedAt }) => ({
        at: startedAt ?? createdAt,
        told: messagesOf(annotations, "NOTICE", TOLD_TITLE).flatMap(parseTold),
        hasFailed: messagesOf(annotations, "WARNING", failedTitle).length > 0,
      })),
    );
  } catch {
    return undefined;
  }
}

function messagesOf(
  annotations: Parameters<typeof listOf<Annotation>>[0],
  level: string,
  title: string,
): readonly string[] {
  return listOf(annotations)
    .filter((one) => one.annotationLevel === level && one.title === title)
    .map(({ message }) => message);
}

interface Annotation {
  readonly title: string | null;
  readonly message: string;
  readonly annotationLevel: string | null;
}
