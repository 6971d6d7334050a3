import { Refused } from "../github/refusal.ts";
import { apply, unconfirmed } from "./apply.ts";
import { readLevels, keptIn } from "./levels.ts";
import type { Place } from "./place.ts";
import type { Step } from "./plan.ts";
import type { Talk } from "./talk.ts";
import { Stopped } from "./trouble.ts";
import type { World } from "./world.ts";

/**
 * Sets everything.
 *
 * @throws Refused when GitHub stops it half way, after what is done and what is not has been said
 */
export async function carryOut(
  plan: readonly Step[],
  { settings, environment }: Place,
  world: World,
  talk: Talk,
): Promise<void> {
  const { lines } = talk.words;
  const applied = await apply(plan, settings, environment, (step) => {
    talk.done(lines.set(step.name));
  });
  if (applied.kind === "done") return;
  const { done, unclear, left, refusal } = applied;
  const tell = (what: string, steps: readonly Step[]) => {
    const names = steps.map(({ name }) => name).join(", ");
    if (names !== "") world.complain(`${what}: ${names}`);
  };
  tell(lines.halfWay.done, done);
  tell(lines.halfWay.unclear, unclear ? [unclear] : []);
  tell(lines.halfWay.left, left);
  if (done.length > 0 || unclear) world.complain(lines.halfWay.again);
  throw new Refused(refusal);
}

/**
 * Reads back what can be read.
 *
 * @throws Stopped when GitHub does not show what was set
 */
export async function readBack(plan: readonly Step[], place: Place, talk: Talk): Promise<void> {
  const kept = keptIn(await readLevels(place), place);
  const differing = kept ? unconfirmed(plan, kept) : plan.map(({ name }) => name);
  if (differing.length > 0) throw new Stopped({ code: "read-back-differs", names: differing });
  talk.done(talk.words.lines.confirmed);
}
