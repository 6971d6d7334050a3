import type { Failure } from "../pipeline/failure.ts";
import { jointReportOf } from "../report/joint/report.ts";
import type { JointStory } from "../report/joint/story.ts";
import type { Report } from "../report/report.ts";
import { composeOneOf } from "./compose.ts";
import { openReporter, type Reporter } from "./reporter.ts";
import { PARTS, unlessUnwritable } from "./publish.ts";
import type { ReportStep } from "./report-step.ts";

/** Under which the post step finds what is left to it; action/report/post.js looks at it, too. */
const LEFT_STATE = "report";

/** What the main step left to its post step. */
export type Left = "nothing" | "everything" | "alerts";

/** Reports a run of many jobs, whatever becomes of this process. */
export interface JointReporter extends Reporter<JointStory> {
  /** Everybody has been told: nothing is left to the post step. */
  settle(): void;
}

/** @param untold what there is to tell while nothing is known yet */
export function openJointReporter(step: ReportStep, untold: JointStory): JointReporter {
  const leave = (left: Left) =>
    unlessUnwritable("journal", step, () =>
      step.runner.saveState(LEFT_STATE, left === "nothing" ? "" : left),
    );
  leave("everything");
  const reporter = openReporter<JointStory>(step, {
    compose: (story) => composeJoint(story, step),
    broken: (failure) => withFailure(untold, failure),
    wrote: (part) => {
      if (part === PARTS.at(-1)) leave("alerts");
    },
  });
  return { ...reporter, settle: () => leave("nothing") };
}

export function leftBy({ runner }: ReportStep): Left {
  const left = runner.state(LEFT_STATE);
  return left === "everything" || left === "alerts" ? left : "nothing";
}

/** Never throws: of a mistake in making it, as much is told as can be. */
export function composeJoint(story: JointStory, { door }: Pick<ReportStep, "door">): Report {
  return composeOneOf(
    jointReportOf,
    story,
    (failure) => [
      withFailure(story, failure),
      withFailure({ ...story, run: { jobs: [], startedAt: story.run.startedAt } }, failure),
    ],
    door,
  );
}

function withFailure(story: JointStory, failure: Failure): JointStory {
  return { ...story, run: { ...story.run, failure } };
}
