import type { JointRun } from "../../pipeline/joint.ts";
import { verdictOf, type Verdict } from "../../pipeline/verdict.ts";
import type { SummaryMode } from "../../settings/settings.ts";
import type { Chronicle } from "../chronicle.ts";
import type { Telling } from "../story.ts";
import { jointEntryOf, tookMsOf, workOfJobs } from "./entry.ts";

/** All that the report of a run of many jobs is made of. Nothing in it is a secret. */
export interface JointStory extends Telling {
  readonly run: JointRun;
  /** How many earlier runs were to be looked at. */
  readonly history: number;
  readonly summary: SummaryMode;
}

/** A run of many jobs that has something to tell, among those before it. */
export interface JointChronicle extends Chronicle {
  readonly run: JointRun;
  readonly verdict: Exclude<Verdict, { readonly kind: "nothing-ran" }>;
}

/** `undefined` where nothing ran: then there is no run to speak of. */
export function jointChronicleOf(story: JointStory): JointChronicle | undefined {
  const { run } = story;
  const verdict = verdictOf(run);
  if (verdict.kind === "nothing-ran") return undefined;
  const { startedAt, recollection } = run;
  return {
    ...story,
    verdict,
    entry: jointEntryOf(story, verdict),
    startedAt,
    tookMs: tookMsOf(run),
    work: workOfJobs(run),
    ...(recollection ? { recollection } : {}),
  };
}
