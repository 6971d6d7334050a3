import { subjectWith } from "../alerts/subject.ts";
import type { Subject } from "../alerts/message.ts";
import type { Report } from "../report.ts";
import { markdownVoice, plainVoice } from "../voice.ts";
import { jointAnnotationsOf } from "./annotations.ts";
import { jointCauseSaid } from "./cause.ts";
import { jointHeadline } from "./headline.ts";
import { jobResult } from "./jobs-table.ts";
import { jointOutputsOf, NO_OUTPUTS } from "./outputs.ts";
import { jointChronicleOf, type JointChronicle, type JointStory } from "./story.ts";
import { jointSummaryOf } from "./summary.ts";

/** All that a run of many jobs leaves behind. One in which nothing ran fails nothing, and leaves no line. */
export function jointReportOf(story: JointStory): Report {
  const chronicle = jointChronicleOf(story);
  const summary = jointSummaryOf(story);
  if (!chronicle) return { succeeded: true, outputs: NO_OUTPUTS, annotations: [], summary };
  return {
    succeeded: chronicle.entry.result === "succeeded",
    outputs: jointOutputsOf(chronicle),
    annotations: jointAnnotationsOf(chronicle),
    summary,
  };
}

/** What an alert says of it: what its summary begins with. */
export function jointSubjectOf(chronicle: JointChronicle): Subject {
  return subjectWith(chronicle, {
    headline: (voice) => jointHeadline(chronicle, voice),
    paragraphs: jointCauseSaid(chronicle, markdownVoice(chronicle.format)),
  });
}

/** What the step's log says of the jobs, a line each, and of all of them. */
export function jointLogLines(story: JointStory): readonly string[] {
  const { words, format } = story;
  const chronicle = jointChronicleOf(story);
  const voice = plainVoice(format);
  if (!chronicle) return [`${words.joint.headlines.nothingRan}.`];
  const jobs = chronicle.run.jobs.map(
    (job) => `${job.name}: ${jobResult(job, chronicle, voice).replaceAll("**", "")}`,
  );
  return [...jobs, `${jointHeadline(chronicle, voice)}.`];
}
