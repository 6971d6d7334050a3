import { findingsIn } from "../../preflight/preflight.ts";
import type { Severity } from "../../preflight/finding.ts";
import type { Blind } from "../../preflight/sight.ts";
import { setback } from "../../pipeline/run.ts";
import { chronicleOf } from "../chronicle.ts";
import { listsOf } from "../details.ts";
import { failureCodeSaid } from "../failure-code.ts";
import { RESULT_MARKS } from "../marks.ts";
import { notesSaid } from "../notes.ts";
import { numbered } from "../numbered.ts";
import { openingSaid } from "../opening.ts";
import { storyResult } from "../story.ts";
import { markdownVoice, type Voice } from "../voice.ts";
import type { Explanation } from "../words/words.ts";
import { checklist } from "./checklist.ts";
import { headlineOf } from "./headline.ts";
import { topicsOf, type Told } from "./told.ts";

const TOPIC_MARKS: Readonly<Record<Severity, string>> = { error: "❌", warning: "⚠️" };

/**
 * The job summary of a preflight, in GitHub's Markdown: whether all is ready, every check with what was
 * seen, then each thing that is not as it should be, the errors first.
 */
export function preflightSummary(told: Told): string {
  const { story, words } = told;
  const voice = markdownVoice(story.format);
  const chronicle = chronicleOf(story);
  const sections = [
    `## ${RESULT_MARKS[storyResult(story)]} ${headlineOf(told, voice)}`,
    `${words.changedNothing} ${openingSaid(chronicle, voice)}`,
    checklist(told, voice),
    ...topicsSaid("error", told, voice),
    ...topicsSaid("warning", told, voice),
    unseenSaid(told, voice),
    notesSaid(story, voice),
    closing(told, voice),
    chronicle.summary === "short" ? "" : listsOf(story, voice),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function topicsSaid(severity: Severity, told: Told, voice: Voice): readonly string[] {
  const topics = topicsOf(findingsIn(told.checks, severity), told, voice);
  return topics.map((topic) => topicSaid(topic, TOPIC_MARKS[severity], told));
}

function topicSaid({ headline, what, who, steps }: Explanation, mark: string, told: Told): string {
  const { whoCanFix } = told.story.words.summary.labels;
  return [`### ${mark} ${headline}`, what, `**${whoCanFix}** ${who}`, numbered(steps)]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** A paragraph for each reason, with all that it kept from being looked at. */
function unseenSaid({ checks, words }: Told, voice: Voice): string {
  const byReason = new Map<Blind, string[]>();
  for (const { name, outcome } of checks) {
    if (outcome.kind !== "unseen") continue;
    const names = byReason.get(outcome.why) ?? [];
    byReason.set(outcome.why, [...names, words.checks[name]]);
  }
  return [...byReason]
    .map(
      ([why, names]) => `**${words.notLookedAt}** ${names.join(", ")}. ${words.blinds[why](voice)}`,
    )
    .join("\n\n");
}

function closing({ story, words }: Told, voice: Voice): string {
  const wrong = setback(story.run);
  if (!wrong) return "";
  const again = `${voice.link(words.runAgain, story.scene.links.run)}.`;
  return `${again} ${failureCodeSaid(wrong.failure.code, story, voice)}`;
}
