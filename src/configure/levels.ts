import { Refused } from "../github/refusal.ts";
import type { Shelf } from "../github/repository-settings.ts";
import type { Place } from "./place.ts";
import type { Kept } from "./plan.ts";
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

function absent(error: unknown): undefined {
  if (error instanceof Refused && error.refusal.kind === "not-found") return undefined;
  throw error;
}
