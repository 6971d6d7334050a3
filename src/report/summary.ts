import { setback } from "../pipeline/run.ts";
import { dataNow } from "./data-now.ts";
import { detailsOf } from "./details.ts";
import { taskGraph } from "./pictures.ts";
import { sayDataNow, sayNote } from "./speak.ts";
import { explanationOf, headlineOf, storyResult, type Story } from "./story.ts";
import { tasksTable } from "./tasks-table.ts";
import { markdownVoice, type Voice } from "./voice.ts";

/** Each result has its mark and, next to it, its words: the mark alone never says it. */
const MARKS = { succeeded: "✅", failed: "❌", unknown: "❓", cancelled: "⏹️" } as const;

/**
 * The job summary of one run, in GitHub's Markdown. First what a manager wants to know; on a failure
 * nothing stands before what happened, the data now, who can fix it and how.
 */
export function summaryOf(story: Story): string {
  const voice = markdownVoice(story.format);
  const sections = setback(story.run) ? badDay(story, voice) : goodDay(story, voice);
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function goodDay(story: Story, voice: Voice): string[] {
  return [
    headline(story, voice),
    [change(story, voice), opening(story, voice)].filter((part) => part !== "").join(" "),
    tasksTable(story, voice),
    notes(story, voice),
    detailsOf(story, voice),
  ];
}

function badDay(story: Story, voice: Voice): string[] {
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
    `**${labels.whatToDo}**\n${steps(story, explanation.steps, voice)}`,
    ran ? taskGraph(story) : "",
    ran ? tasksTable(story, voice) : "",
    opening(story, voice),
    notes(story, voice),
    failureCode(story, voice),
    detailsOf(story, voice),
  ];
}

function headline(story: Story, voice: Voice): string {
  return `## ${MARKS[storyResult(story)]} ${headlineOf(story, voice)}`;
}

function change({ run: { facts }, words }: Story, voice: Voice): string {
  const records = facts.stored ?? facts.reported;
  return records === undefined || facts.before === undefined
    ? ""
    : words.summary.change(records, facts.before, voice);
}

function opening({ run, timeZone, startedBy, words }: Story, voice: Voice): string {
  const { tookMs, startedAt } = run;
  return words.summary.opening({ tookMs, startedAt, timeZone, startedBy }, voice);
}

function steps({ words, scene }: Story, todo: readonly string[], voice: Voice): string {
  const again = `${voice.link(words.summary.runAgain, scene.links.run)}.`;
  return [...todo, again].map((step, index) => `${index + 1}. ${step}`).join("\n");
}

function notes({ run, words }: Story, voice: Voice): string {
  if (run.notes.length === 0) return "";
  const lines = run.notes.map((note) => `- ${sayNote(words, note, voice)}`);
  return `**${words.summary.labels.goodToKnow}**\n\n${lines.join("\n")}`;
}

function failureCode({ run, words, scene }: Story, voice: Voice): string {
  const wrong = setback(run);
  if (!wrong) return "";
  const { code } = wrong.failure;
  const docs = scene.links.failures === undefined ? undefined : `${scene.links.failures}#${code}`;
  return `${words.summary.labels.failureCode} ${voice.link(voice.name(code), docs)}.`;
}
