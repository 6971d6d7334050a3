import type { Message } from "../../alerts/ports.ts";
import type { Seen } from "../../watch/sight.ts";
import type { Judged } from "../../watch/verdict.ts";
import { messageOf } from "../alerts/message.ts";
import { markdownVoice } from "../voice.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { WatchStory } from "./story.ts";
import { tellingOf } from "./telling.ts";

/** What an overdue pipeline is told with, in each place where it is. */
export function overdueMessage(judged: Judged, seen: Seen, story: WatchStory): Message {
  const { words, format, at, settings, runNumber, scene } = story;
  const markdown = markdownVoice(format);
  const { last, since } = judged;
  return messageOf(
    {
      kind: "raised",
      why: "stale",
      inARow: since.setbacks.length,
      since: last?.line.endedAt ?? seen.runs.at(-1)?.startedAt ?? at,
    },
    {
      pipeline: judged.pipeline ?? settings.workflow,
      headline: (voice) => tellingOf(judged, seen, story, voice).headline,
      paragraphs: paragraphsOf(tellingOf(judged, seen, story, markdown), judged, story, markdown),
      run: { number: runNumber, at, page: scene.links.run },
      due: undefined,
    },
    words,
    format,
  );
}
