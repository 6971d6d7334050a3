import { Refused } from "../github/refusal.ts";
import type { Repository, RepositorySettings } from "../github/repository-settings.ts";
import { apply, unconfirmed } from "./apply.ts";
import { readLevels, keptIn } from "./levels.ts";
import { isDone, type Step } from "./plan.ts";
import { readByWorkflows } from "./read-by-workflows.ts";
import { isFatal, review } from "./review.ts";
import type { Talk } from "./talk.ts";
import { Stopped } from "./trouble.ts";
import { VALUE_NAMES, type Values } from "./values.ts";
import type { World } from "./world.ts";

/** Where everything is set. */
export interface Place {
  readonly settings: RepositorySettings;
  readonly repository: Repository;
  readonly environment: string | undefined;
}

/** Says what is to be set, and never what a secret holds. */
export function showPlan(
  plan: readonly Step[],
  values: Values,
  { door }: World,
  { words: { lines }, voice, say, warn }: Talk,
): void {
  say(lines.planned);
  for (const step of plan) {
    const known = VALUE_NAMES.find((name) => name === step.name);
    const from = known === undefined ? "" : ` (${lines.sources[values[known].source]})`;
    say(`  ${step.name}, ${lines.kinds[step.kind]}${from}: ${changeOf(step)}`);
  }
  const doubtful = VALUE_NAMES.filter((name) => values[name].mayDiffer === true);
  if (doubtful.length > 0) warn(lines.mayDiffer(doubtful));

  function changeOf(step: Step): string {
    switch (step.kind) {
      case "environment":
        return lines.isNew[step.kind];
      case "secret":
        return step.before ? lines.replaces(voice.day(step.before)) : lines.isNew[step.kind];
      case "variable": {
        const value = door(step.value);
        if (isDone(step)) return `${value}, ${lines.isSo}`;
        return step.before === undefined
          ? `${value}, ${lines.isNew[step.kind]}`
          : `${door(step.before)} → ${value}`;
      }
    }
  }
}

/**
 * Sets everything, and reads back what can be read.
 *
 * @throws Refused when GitHub stops it half way, after what is done and what is not has been said
 * @throws Stopped when GitHub does not show what was set
 */
export async function carryOut(
  plan: readonly Step[],
  place: Place,
  world: World,
  talk: Talk,
): Promise<void> {
  const { settings, repository, environment } = place;
  const { lines } = talk.words;
  const applied = await apply(plan, settings, environment, (step) => {
    talk.done(lines.set(step.name));
  });
  if (applied.kind === "half-way") {
    const { done, unclear, left, refusal } = applied;
    const tell = (what: string, steps: readonly Step[]) => {
      const names = steps.map(({ name }) => name).join(", ");
      if (names !== "") world.complain(`${what}: ${names}`);
    };
    tell(lines.halfWay.done, done);
    tell(lines.halfWay.unclear, unclear ? [unclear] : []);
    tell(lines.halfWay.left, left);
    world.complain(lines.halfWay.again);
    throw new Refused(refusal);
  }
  const levels = await readLevels(settings, repository, environment);
  const kept = keptIn(levels, environment);
  const differing = kept ? unconfirmed(plan, kept) : plan.map(({ name }) => name);
  if (differing.length > 0) throw new Stopped({ code: "read-back-differs", names: differing });
  talk.done(lines.confirmed);

  // What stands in the way besides: said now that somebody looks.
  const { findings } = review(levels, await readByWorkflows(world));
  for (const finding of findings.filter((one) => !isFatal(one))) talk.warn(talk.finding(finding));
}
