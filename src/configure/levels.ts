import { Refused } from "../github/refusal.ts";
import type { Shelf } from "../github/repository-settings.ts";
import type { Place } from "./place.ts";
import { keptAfter, type Kept, type Step } from "./plan.ts";
import type { Level } from "./review.ts";

/** All places whose settings a job reads, nearest first; an environment that is not there is none. */
export async function readLevels({
  settings,
  repository,
  environment,
}: Place): Promise<readonly Level[]> {
  const level = async (where: Level["where"], shelf: Shelf): Promise<Level> => {
    const [variables, secrets] = await Promise.all([shelf.variables(), shelf.secrets()]);
    return { where, kept: { variables, secrets } };
  };
  const [own, shared, lent] = await Promise.all([
    environment === undefined
      ? undefined
      : level("environment", settings.shelf(environment)).catch(absent),
    level("repository", settings.shelf()),
    repository.isOfOrganization ? level("organization", settings.lent()) : undefined,
  ]);
  return [own, shared, lent].filter((one) => one !== undefined);
}

/** What the command sets is kept here; undefined for an environment that has to be made. */
export function keptIn(
  levels: readonly Level[],
  { environment }: Pick<Place, "environment">,
): Kept | undefined {
  const where = environment === undefined ? "repository" : "environment";
  return levels.find((level) => level.where === where)?.kept;
}

/** The same once the plan is carried out. */
export function levelsAfter(
  plan: readonly Step[],
  levels: readonly Level[],
  { environment }: Pick<Place, "environment">,
): readonly Level[] {
  const where = environment === undefined ? "repository" : "environment";
  const kept = keptIn(levels, { environment }) ?? { variables: new Map(), secrets: new Map() };
  const own: Level = { where, kept: keptAfter(plan, kept) };
  // What is set is nearest to the job: an environment goes before its repository.
  return [own, ...levels.filter((level) => level.where !== where)];
}

function absent(error: unknown): undefined {
  if (error instanceof Refused && error.refusal.kind === "not-found") return undefined;
  throw error;
}
