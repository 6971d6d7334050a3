import { causeSaid } from "../cause.ts";
import { chronicleOf, type Chronicle } from "../chronicle.ts";
import { headlineOf, type Story } from "../story.ts";
import { markdownVoice } from "../voice.ts";
import type { Subject } from "./message.ts";

/** What an alert says of a run: what its summary begins with. */
export function subjectOf(story: Story): Subject {
  return subjectWith(chronicleOf(story), {
    headline: (voice) => headlineOf(story, voice),
    paragraphs: causeSaid(story, markdownVoice(story.format)),
  });
}

export function subjectWith(
  { pipeline, runNumber, startedAt, recollection, scene, timeZone }: Chronicle,
  said: Pick<Subject, "headline" | "paragraphs">,
): Subject {
  const { cron, nextAt } = recollection?.punctuality ?? {};
  return {
    ...said,
    pipeline,
    run: { number: runNumber, at: startedAt, page: scene.links.run },
    due: cron !== undefined && nextAt ? { cron, at: nextAt, timeZone } : undefined,
  };
}
