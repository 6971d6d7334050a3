import { isGood, type Judged, type Looked } from "../../watch/verdict.ts";
import type { Voice } from "../voice.ts";
import { MARKS } from "./marks.ts";
import type { WatchStory } from "./story.ts";

/** What is said of several pipelines at once. */

export function overdueIn({ pipelines }: Looked): readonly Judged[] {
  return pipelines.filter(({ verdict }) => !isGood(verdict.kind));
}

/** Without a full stop. */
export function fleetHeadline(finding: Looked, { watch }: WatchStory, voice: Voice): string {
  const { headlines } = watch;
  if (finding.seen.state !== "active") return headlines.disabled;
  const overdue = overdueIn(finding).length;
  const all = finding.pipelines.length;
  return overdue === 0 ? headlines.allGood(all, voice) : headlines.someOverdue(overdue, all, voice);
}

/** All of them at a glance. */
export function fleetTable({ pipelines }: Looked, story: WatchStory, voice: Voice): string {
  const { words, watch, at } = story;
  const { columns, ago, notKnown } = watch;
  const rows = pipelines.map(({ pipeline, last, verdict }) => {
    const age = last ? ago(at.getTime() - last.line.endedAt.getTime(), voice) : notKnown;
    return `| ${MARKS[verdict.kind]} | ${voice.quote(pipeline ?? "")} | ${age} |`;
  });
  return [
    `| ${words.summary.columns.mark} | ${columns.pipeline} | ${columns.last} |`,
    "|:-:|---|---|",
    ...rows,
  ].join("\n");
}
