import { isGood, type Judged, type Looked } from "../../watch/verdict.ts";
import { markdownVoice, type Voice } from "../voice.ts";
import { fleetHeadline, fleetTable, unwellIn } from "./fleet.ts";
import { MARKS } from "./marks.ts";
import { nothingSeen } from "./nothing-seen.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { storyState, type WatchStory } from "./story.ts";
import { disabledTelling, tellingOf, withName } from "./telling.ts";

/** Whether a summary of this watch is wanted at all: of wrong settings nobody knows which they ask for. */
export function hasWatchSummary(story: WatchStory): boolean {
  if (story.finding.kind === "refused") return true;
  switch (story.settings.summary) {
    case "none":
      return false;
    case "on-failure":
      return !isGood(storyState(story));
    case "short":
    case "full":
      return true;
  }
}

/** The job summary of a watch, in GitHub's Markdown; empty where none is wanted. */
export function watchSummaryOf(story: WatchStory): string {
  if (!hasWatchSummary(story)) return "";
  const voice = markdownVoice(story.format);
  return `${written(story, voice).join("\n\n")}\n`;
}

function written(story: WatchStory, voice: Voice): readonly string[] {
  const { finding } = story;
  if (finding.kind === "judged") return looked(finding, story, voice);
  const mark = finding.kind === "refused" ? "❌" : MARKS.blind;
  const telling = nothingSeen(finding, story, voice);
  return [`## ${mark} ${telling.headline}`, ...paragraphsOf(telling, undefined, story, voice)];
}

function looked(finding: Looked, story: WatchStory, voice: Voice): readonly string[] {
  const { watch, settings, page } = story;
  const { pipelines, retired } = finding;
  const [only, ...others] = pipelines;
  const isAlone = only !== undefined && others.length === 0;
  return [
    ...(isAlone ? section("##", only, finding, story, voice) : fleet(finding, story, voice)),
    ...(retired.length === 0 ? [] : [watch.retired(retired, settings.workflow, voice)]),
    watch.watched(settings.workflow, page, voice),
  ];
}

/** First all of them at a glance, then those that somebody has to look after. */
function fleet(finding: Looked, story: WatchStory, voice: Voice): readonly string[] {
  const { state } = finding.seen;
  return [
    `## ${MARKS[storyState(story)]} ${fleetHeadline(finding, story, voice)}`,
    fleetTable(finding, story, voice),
    ...(state === "active"
      ? unwellIn(finding).flatMap((judged) => section("###", judged, finding, story, voice))
      : paragraphsOf(disabledTelling(state, story, voice), undefined, story, voice)),
  ];
}

function section(
  level: "##" | "###",
  judged: Judged,
  { seen }: Looked,
  story: WatchStory,
  voice: Voice,
): readonly string[] {
  const telling = tellingOf(judged, seen, story, voice);
  const { pipeline, verdict } = judged;
  return [
    `${level} ${MARKS[verdict.kind]} ${withName(telling.headline, pipeline, voice)}`,
    ...paragraphsOf(telling, judged, story, voice),
  ];
}
