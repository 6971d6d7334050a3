import { chronicleOf } from "./chronicle.ts";
import { dataNow } from "./data-now.ts";
import { numbered } from "./numbered.ts";
import { sayDataNow } from "./speak.ts";
import { explanationOf, type Story } from "./story.ts";
import { streakSaid } from "./streak.ts";
import type { Voice } from "./voice.ts";

/**
 * What people want to know of a run that did not succeed, a paragraph each: what happened, the data
 * now, who can fix it, for how long it has been so, and what to do. Empty when nothing went wrong.
 */
export function causeSaid(story: Story, voice: Voice): readonly string[] {
  const explanation = explanationOf(story, voice);
  if (!explanation) return [];
  const { words, run } = story;
  const { labels } = words.summary;
  return [
    explanation.what,
    `**${labels.dataNow}** ${sayDataNow(words, dataNow(run), voice)}`,
    `**${labels.whoCanFix}** ${explanation.who}`,
    streakSaid(chronicleOf(story), voice),
    `**${labels.whatToDo}**\n${steps(story, explanation.steps, voice)}`,
  ].filter((part) => part !== "");
}

function steps({ words, scene }: Story, todo: readonly string[], voice: Voice): string {
  const again = `${voice.link(words.summary.runAgain, scene.links.run)}.`;
  return numbered([...todo, again]);
}
