import { setback } from "../pipeline/run.ts";
import { dataNow } from "./data-now.ts";
import { detailsOf } from "./details.ts";
import { historySection } from "./history-section.ts";
import { notesSaid } from "./notes.ts";
import { changeSaid, openingSaid } from "./opening.ts";
import { taskGraph } from "./pictures/graph.ts";
import { scheduleSaid } from "./schedule-section.ts";
import { sayDataNow } from "./speak.ts";
import { explanationOf, headlineOf, storyResult, type Story } from "./story.ts";
import { streakSaid } from "./streak.ts";
import { tasksTable } from "./tasks-table.ts";
import { markdownVoice, type Voice } from "./voice.ts";

/** Each result has its mark and, next to it, its words: the mark alone never says it. */
const MARKS = { succeeded: "✅", failed: "❌", unknown: "❓", cancelled: "⏹️" } as const;

/**
 * The job summary of one run, in GitHub's Markdown; empty where none is wanted. First what a manager
 * wants to know; on a failure nothing stands before what happened, the data now, who can fix it and how.
 */
export function summaryOf(story: Story): string {
  // Of settings that are not right nobody knows which summary they ask for.
  const mode = story.settings?.summary ?? "full";
  switch (mode) {
    case "none":
      return "";
    case "on-failure":
      return storyResult(story) === "succeeded" ? "" : written(story, true);
    case "short":
    case "full":
      return written(story, mode === "full");
  }
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
  const { words, run } = story;
  const { labels } = words.summary;
  const explanation = explanationOf(story, voice);
  if (!explanation) return [];
  const ran = run.tasks.some(({ state }) => state !== "waiting");
  return [
    headline(story, voice),
    explanation.what,
    `**${labels.dataNow}** ${sayDataNow(words, dataNow(run), voice)}`,
    `**${labels.whoCanFix}** ${explanation.who}`,
    streakSaid(story, voice),
    `**${labels.whatToDo}**\n${steps(story, explanation.steps, voice)}`,
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

function steps({ words, scene }: Story, todo: readonly string[], voice: Voice): string {
  const again = `${voice.link(words.summary.runAgain, scene.links.run)}.`;
  return [...todo, again].map((step, index) => `${index + 1}. ${step}`).join("\n");
}

function failureCode({ run, words, scene }: Story, voice: Voice): string {
  const wrong = setback(run);
  if (!wrong) return "";
  const { code } = wrong.failure;
  const docs = scene.links.failures === undefined ? undefined : `${scene.links.failures}#${code}`;
  return `${words.summary.labels.failureCode} ${voice.link(voice.name(code), docs)}.`;
}
