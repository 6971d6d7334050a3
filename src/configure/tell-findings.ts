import { isFatal, type Finding } from "./finding.ts";
import type { Place } from "./place.ts";
import { ghLine, remedyOf } from "./remedy.ts";
import type { Level } from "./review.ts";
import type { Talk } from "./talk.ts";
import type { World } from "./world.ts";

/**
 * Says what is amiss, and the line that mends it where one does.
 *
 * @returns whether a run could work all the same
 */
export function tellFindings(
  findings: readonly Finding[],
  levels: readonly Level[],
  place: Place,
  { door }: World,
  talk: Talk,
): boolean {
  for (const finding of findings) {
    if (isFatal(finding)) talk.fail(talk.finding(finding));
    else talk.warn(talk.finding(finding));
    const remedy = remedyOf(finding);
    if (remedy) talk.say(`  ${door(ghLine(remedy, levels, place), 1000)}`);
  }
  return !findings.some(isFatal);
}
