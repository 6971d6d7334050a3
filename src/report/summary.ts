import { setback } from "../pipeline/run.ts";
import { causeSaid } from "./cause.ts";
import { chronicleOf, type Chronicle } from "./chronicle.ts";
import { detailsOf } from "./details.ts";
import { failureCodeSaid } from "./failure-code.ts";
import { historySection } from "./history-section.ts";
import { RESULT_MARKS } from "./marks.ts";
import { notesSaid } from "./notes.ts";
import { openingSaid } from "./opening.ts";
import { taskGraph } from "./pictures/graph.ts";
import { scheduleSaid } from "./schedule-section.ts";
import { headlineOf, storyResult, type Story } from "./story.ts";
import { hasSummary } from "./summary-mode.ts";
import { tasksTable } from "./tasks-table.ts";
import { markdownVoice, type Voice } from "./voice.ts";

/**
 * The job summary of one run, in GitHub's Markdown; empty where none is wanted. First what a manager
 * wants to know; on a failure nothing stands before what happened, the data now, who can fix it and how.
 */
export function summaryOf(story: Story): string {
  const chronicle = chronicleOf(story);
  return hasSummary(chronicle) ? written(story, chronicle, chronicle.summary !== "short") : "";
}

/** @param isFull with pictures and details */
function written(story: Story, chronicle: Chronicle, isFull: boolean): string {
  const voice = markdownVoice(story.format);
  const sections = setback(story.run)
    ? badDay(story, chronicle, voice, isFull)
    : goodDay(story, chronicle, voice, isFull);
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function goodDay(story: Story, chronicle: Chronicle, voice: Voice, isFull: boolean): string[] {
  return [
    headline(story, voice),
    openingSaid(chronicle, voice),
    scheduleSaid(chronicle, voice),
    tasksTable(story, voice),
    notesSaid(story, voice),
    historySection(chronicle, voice, isFull),
    isFull ? detailsOf(story, voice) : "",
  ];
}

function badDay(story: Story, chronicle: Chronicle, voice: Voice, isFull: boolean): string[] {
  const { run } = story;
  const wrong = setback(run);
  const ran = run.tasks.some(({ state }) => state !== "waiting");
  return [
    headline(story, voice),
    ...causeSaid(story, voice),
    ran && isFull ? taskGraph(story) : "",
    ran ? tasksTable(story, voice) : "",
    openingSaid(chronicle, voice),
    scheduleSaid(chronicle, voice),
    notesSaid(story, voice),
    wrong ? failureCodeSaid(wrong.failure.code, story, voice) : "",
    historySection(chronicle, voice, isFull),
    isFull ? detailsOf(story, voice) : "",
  ];
}

function headline(story: Story, voice: Voice): string {
  return `## ${RESULT_MARKS[storyResult(story)]} ${headlineOf(story, voice)}`;
}
