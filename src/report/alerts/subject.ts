import { causeSaid } from "../cause.ts";
import { headlineOf, type Story } from "../story.ts";
import { markdownVoice } from "../voice.ts";
import type { Subject } from "./message.ts";

/** What an alert says of a run: what its summary begins with. */
export function subjectOf(story: Story): Subject {
  const { pipeline, runNumber, run, scene, format, timeZone } = story;
  const { cron, nextAt } = run.recollection?.punctuality ?? {};
  return {
    pipeline,
    headline: (voice) => headlineOf(story, voice),
    paragraphs: causeSaid(story, markdownVoice(format)),
    run: { number: runNumber, at: run.startedAt, page: scene.links.run },
    due: cron !== undefined && nextAt ? { cron, at: nextAt, timeZone } : undefined,
  };
}
