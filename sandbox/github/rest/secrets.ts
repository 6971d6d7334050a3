import * as v from "valibot";
import { failure, json, type Answer } from "../answer.ts";
import type { Shelf } from "../store/shelf.ts";
import { pageOfNamed } from "./pages.ts";
import type { RestCall, Route } from "./route.ts";
import { entryShape } from "./shapes.ts";
import { nameProblem, shelfRoutes } from "./shelves.ts";

const MAX_PER_PAGE = 100;

const sealed = v.object({ encrypted_value: v.string(), key_id: v.string() });

/** The secrets of the repository and of its environments: they go in sealed, and never come out. */
export const secretRoutes: readonly Route[] = [
  ...shelfRoutes("GET", "secrets/public-key", "secrets", async (_, { keys }) => {
    const { id, key } = await keys.publicKey();
    return json(200, { key_id: id, key });
  }),
  ...shelfRoutes("GET", "secrets", "secrets", (call, shelf) =>
    pageOfNamed("secrets", shelf.secrets.list().map(entryShape), call, MAX_PER_PAGE),
  ),
  ...shelfRoutes("PUT", "secrets/{name}", "secrets", put),
];

async function put({ store, body, params }: RestCall, { secrets, keys }: Shelf): Promise<Answer> {
  const { name = "" } = params;
  const read = v.safeParse(sealed, body);
  if (!read.success)
    return failure(422, "Invalid request.\n\nencrypted_value and key_id are needed.");
  const refused = nameProblem(name);
  if (refused) return refused;
  const value = await keys.open(read.output.key_id, read.output.encrypted_value);
  if (value === undefined) return failure(422, "Improperly encrypted secret");
  const isNew = secrets.get(name) === undefined;
  secrets.set(name, value, store.nowMs);
  return isNew ? json(201, {}) : { status: 204, body: "" };
}
