import { TOLD_TITLE, toldLines } from "../../watch/told.ts";
import { isGood, type WatchState } from "../../watch/verdict.ts";
import type { Annotation } from "../annotations.ts";
import { plainVoice, type Voice } from "../voice.ts";
import { nothingSeen } from "./nothing-seen.ts";
import { storyState, type WatchStory } from "./story.ts";
import { fleetHeadline, unwellIn } from "./fleet.ts";
import { disabledTelling, tellingOf, withName, type Telling } from "./telling.ts";

/** Pipelines that one annotation tells of; the rest is counted. */
const MAX_TOLD = 5;

/** What the next watches read: of which pipelines the webhook has heard from this one. */
export function toldNotices(pipelines: readonly string[]): readonly Annotation[] {
  return toldLines(pipelines).map((message) => ({ level: "notice", title: TOLD_TITLE, message }));
}

/** At most one, an error. A watch leaves no line of the ledger: it is no run of a pipeline. */
export function watchAnnotationsOf(story: WatchStory): readonly Annotation[] {
  const state = storyState(story);
  if (isGood(state)) return [];
  const title: WatchState | "settings-invalid" =
    story.finding.kind === "refused" ? "settings-invalid" : state;
  return [
    {
      level: "error",
      title: `Orquestra: ${title}`,
      message: messageOf(story, plainVoice(story.format)),
    },
  ];
}

function messageOf(story: WatchStory, voice: Voice): string {
  const { finding, words } = story;
  if (finding.kind !== "judged") return inOneLine(nothingSeen(finding, story, voice), story);
  const { pipelines, seen } = finding;
  const isAlone = pipelines.length === 1;
  if (seen.state !== "active" && !isAlone)
    return inOneLine(disabledTelling(seen.state, story, voice), story);
  const told = unwellIn(finding).map((judged) => {
    const telling = tellingOf(judged, seen, story, voice);
    const headline = withName(telling.headline, judged.pipeline, voice);
    return inOneLine({ ...telling, headline }, story);
  });
  if (isAlone) return told.join(" ");
  const rest = told.length - MAX_TOLD;
  return [
    `${fleetHeadline(finding, story, voice)}.`,
    ...told.slice(0, MAX_TOLD),
    ...(rest > 0 ? [`(${words.summary.more(rest, voice)})`] : []),
  ].join(" ");
}

function inOneLine({ headline, what, who, steps }: Telling, { words }: WatchStory): string {
  return [
    `${headline}.`,
    ...what,
    ...(who === undefined ? [] : [`${words.summary.labels.whoCanFix} ${who}`]),
    ...steps,
  ].join(" ");
}
