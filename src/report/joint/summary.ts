import { toldBy } from "../../pipeline/verdict.ts";
import { versions } from "../details.ts";
import { failureCodeSaid } from "../failure-code.ts";
import { historySection } from "../history-section.ts";
import { RESULT_MARKS } from "../marks.ts";
import { gapIn, goodToKnow } from "../notes.ts";
import { openingSaid } from "../opening.ts";
import { scheduleSaid } from "../schedule-section.ts";
import { hasSummary } from "../summary-mode.ts";
import { markdownVoice, type Voice } from "../voice.ts";
import { jointCauseSaid } from "./cause.ts";
import { jointHeadline } from "./headline.ts";
import { jobsTable } from "./jobs-table.ts";
import { jointChronicleOf, type JointChronicle, type JointStory } from "./story.ts";

/**
 * The summary of a run of many jobs, in GitHub's Markdown; empty where none is wanted. GitHub draws the
 * graph of the jobs above it, and each job's own summary has the details: neither is repeated.
 */
export function jointSummaryOf(story: JointStory): string {
  const chronicle = jointChronicleOf(story);
  const voice = markdownVoice(story.format);
  if (!chronicle) return story.summary === "none" ? "" : written(idleDay(story, voice));
  if (!hasSummary(chronicle)) return "";
  return written(
    chronicle.verdict.kind === "proved" ? goodDay(chronicle, voice) : badDay(chronicle, voice),
  );
}

function written(sections: readonly string[]): string {
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function idleDay({ words }: JointStory, voice: Voice): readonly string[] {
  const { headlines, whats } = words.joint;
  return [`## ⚪ ${headlines.nothingRan}`, whats.nothingRan(voice)];
}

function goodDay(chronicle: JointChronicle, voice: Voice): readonly string[] {
  return [
    headline(chronicle, voice),
    openingSaid(chronicle, voice),
    scheduleSaid(chronicle, voice),
    jobsTable(chronicle, voice),
    ...ending(chronicle, voice),
  ];
}

function badDay(chronicle: JointChronicle, voice: Voice): readonly string[] {
  const { code } = chronicle.entry;
  return [
    headline(chronicle, voice),
    ...jointCauseSaid(chronicle, voice),
    chronicle.run.jobs.length === 0 ? "" : jobsTable(chronicle, voice),
    // Of jobs that left nothing nobody knows how long they took.
    chronicle.tookMs === 0 ? "" : openingSaid(chronicle, voice),
    scheduleSaid(chronicle, voice),
    code === undefined ? "" : failureCodeSaid(code, chronicle, voice),
    ...ending(chronicle, voice),
  ];
}

function headline(chronicle: JointChronicle, voice: Voice): string {
  return `## ${RESULT_MARKS[chronicle.entry.result]} ${jointHeadline(chronicle, voice)}`;
}

/** What is as worth knowing on a good day as on a bad one. */
function ending(chronicle: JointChronicle, voice: Voice): readonly string[] {
  const { run, words, recollection, summary } = chronicle;
  const byLedger = run.jobs
    .filter((job) => toldBy(job)?.account === undefined && toldBy(job) !== undefined)
    .map(({ name }) => words.joint.byLedger(name, voice));
  const isFull = summary !== "short";
  return [
    goodToKnow(byLedger, gapIn(recollection), words, voice),
    historySection(chronicle, voice, isFull),
    isFull ? versions(chronicle, voice) : "",
  ];
}
