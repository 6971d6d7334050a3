import { pinOf } from "./action-pin.ts";
import type { Place } from "./place.ts";
import type { Level } from "./review.ts";
import type { Circumstances } from "./review-workflow.ts";
import type { Shipped } from "./shipped.ts";
import type { World } from "./world.ts";

/** What a workflow of this place has to fit, with these settings. */
export async function circumstancesOf(
  levels: readonly Level[],
  { byPipeline: shipped }: Shipped,
  { environment, repository }: Place,
  world: World,
): Promise<Circumstances> {
  const action = (await pinOf(world))?.repository;
  const { isPublic, fullName: workflow } = repository;
  return { levels, shipped, environment, isPublic, home: { action, workflow } };
}
