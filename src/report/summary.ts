import { setback } from "../pipeline/run.ts";
import type { SummaryMode } from "../settings/settings.ts";
import { causeSaid } from "./cause.ts";
import { detailsOf } from "./details.ts";
import { historySection } from "./history-section.ts";
import { notesSaid } from "./notes.ts";
import { changeSaid, openingSaid } from "./opening.ts";
import { taskGraph } from "./pictures/graph.ts";
import { scheduleSaid } from "./schedule-section.ts";
import { headlineOf, storyResult, type Story } from "./story.ts";
import { tasksTable } from "./tasks-table.ts";
import { markdownVoice, type Voice } from "./voice.ts";

/** Each result has its mark and, next to it, its words: the mark alone never says it. */
const MARKS = { succeeded: "✅", failed: "❌", unknown: "❓", cancelled: "⏹️" } as const;

/**
 * The job summary of one run, in GitHub's Markdown; empty where none is wanted. First what a manager
 * wants to know; on a failure nothing stands before what happened, the data now, who can fix it and how.
 */
export function summaryOf(story: Story): string {
  return hasSummary(story) ? written(story, modeOf(story) !== "short") : "";
}

/** Whether a summary of this run is wanted at all. */
export function hasSummary(story: Story): boolean {
  switch (modeOf(story)) {
    case "none":
      return false;
    case "on-failure":
      return storyResult(story) !== "succeeded";
    case "short":
    case "full":
      return true;
  }
}

/** Of settings that are not right nobody knows which summary they ask for. */
function modeOf({ settings }: Story): SummaryMode {
  return settings?.summary ?? "full";
}

/** @param isFull with pictures and details */
function written(story: Story, isFull: boolean): string {
  const voice = markdownVoice(story.format);
  const sections = setback(story.run)
    ? badDay(story, voice, isFull)
    : goodDay(story, voice, isFull);
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function goodDay(story: Story, voice: Voice, isFull: boolean): string[] {
  return [
    headline(story, voice),
    [changeSaid(story, voice), openingSaid(story, voice)].filter((part) => part !== "").join(" "),
    scheduleSaid(story, voice),
    tasksTable(story, voice),
    notesSaid(story, voice),
    historySection(story, voice, isFull),
    isFull ? detailsOf(story, voice) : "",
  ];
}

function badDay(story: Story, voice: Voice, isFull: boolean): string[] {
  const { run } = story;
  const ran = run.tasks.some(({ state }) => state !== "waiting");
  return [
    headline(story, voice),
    ...causeSaid(story, voice),
    ran && isFull ? taskGraph(story) : "",
    ran ? tasksTable(story, voice) : "",
    openingSaid(story, voice),
    scheduleSaid(story, voice),
    notesSaid(story, voice),
    failureCode(story, voice),
    historySection(story, voice, isFull),
    isFull ? detailsOf(story, voice) : "",
  ];
}

function headline(story: Story, voice: Voice): string {
  return `## ${MARKS[storyResult(story)]} ${headlineOf(story, voice)}`;
}

function failureCode({ run, words, scene }: Story, voice: Voice): string {
  const wrong = setback(run);
  if (!wrong) return "";
  const { code } = wrong.failure;
  const docs = scene.links.failures === undefined ? undefined : `${scene.links.failures}#${code}`;
  return `${words.summary.labels.failureCode} ${voice.link(voice.name(code), docs)}.`;
}
