import { numbered } from "../numbered.ts";
import { setbackList } from "../setbacks.ts";
import type { Voice } from "../voice.ts";
import type { Judged } from "../../watch/verdict.ts";
import type { WatchStory } from "./story.ts";
import type { Telling } from "./telling.ts";

/**
 * A telling below its headline, in Markdown: what is so, who can fix it and what to do.
 *
 * @param judged where it is of a pipeline
 */
export function paragraphsOf(
  { what, who, steps }: Telling,
  judged: Judged | undefined,
  story: WatchStory,
  voice: Voice,
): readonly string[] {
  const { labels } = story.words.summary;
  return [
    ...what,
    judged ? setbackList(judged.since.setbacks, story, voice) : "",
    who === undefined ? "" : `**${labels.whoCanFix}** ${who}`,
    steps.length === 0 ? "" : `**${labels.whatToDo}**\n${numbered(steps)}`,
  ].filter((part) => part !== "");
}
