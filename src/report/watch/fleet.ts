import { isGood, isOverdue, type Judged, type Looked } from "../../watch/verdict.ts";
import type { Voice } from "../voice.ts";
import { MARKS } from "./marks.ts";
import type { WatchStory } from "./story.ts";

/** What is said of several pipelines at once. */

/** Those that somebody has to look after. */
export function unwellIn({ pipelines }: Looked): readonly Judged[] {
  return pipelines.filter(({ verdict }) => !isGood(verdict.kind));
}

/** Those that people have to be told of. */
export function overdueIn({ pipelines }: Looked): readonly Judged[] {
  return pipelines.filter(({ verdict }) => isOverdue(verdict.kind));
}

/** Without a full stop. */
export function fleetHeadline(finding: Looked, { watch }: WatchStory, voice: Voice): string {
  const { headlines } = watch;
  if (finding.seen.state !== "active") return headlines.disabled;
  const overdue = overdueIn(finding).length;
  const unwell = unwellIn(finding).length;
  const all = finding.pipelines.length;
  if (overdue > 0) return headlines.someOverdue(overdue, all, voice);
  return unwell > 0 ? headlines.someUnread(unwell, all, voice) : headlines.allGood(all, voice);
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
