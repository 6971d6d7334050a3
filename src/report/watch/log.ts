import { plainVoice } from "../voice.ts";
import { nothingSeen } from "./nothing-seen.ts";
import type { WatchStory } from "./story.ts";
import { tellingOf, withName } from "./telling.ts";

/** What the log says of each pipeline, a line each. */
export function watchLog(story: WatchStory): readonly string[] {
  const { finding, format } = story;
  const voice = plainVoice(format);
  if (finding.kind !== "judged") return [nothingSeen(finding, story, voice).headline];
  return finding.pipelines.map((judged) =>
    withName(tellingOf(judged, finding.seen, story, voice).headline, judged.pipeline, voice),
  );
}
