import * as v from "valibot";
import { failure, json, notFound, type Answer } from "../answer.ts";
import type { Entry, Shelf } from "../store/shelf.ts";
import { pageOfNamed } from "./pages.ts";
import type { RestCall, Route } from "./route.ts";
import { entryShape } from "./shapes.ts";
import { nameProblem, shelfRoutes } from "./shelves.ts";

const MAX_PER_PAGE = 30;
const MAX_VALUE_BYTES = 48 * 1024;

const newVariable = v.object({ name: v.string(), value: v.string() });
const change = v.object({ value: v.string() });

/** The variables of the repository and of its environments. */
export const variableRoutes: readonly Route[] = [
  ...shelfRoutes("GET", "variables", "actions_variables", (call, shelf) =>
    pageOfNamed("variables", shelf.variables.list().map(withValue), call, MAX_PER_PAGE),
  ),
  ...shelfRoutes("POST", "variables", "actions_variables", create),
  ...shelfRoutes("PATCH", "variables/{name}", "actions_variables", update),
];

function withValue(entry: Entry) {
  return { ...entryShape(entry), value: entry.value };
}

function create({ store, body }: RestCall, { variables }: Shelf): Answer {
  const read = v.safeParse(newVariable, body);
  if (!read.success) return failure(422, "Invalid request.\n\nname and value are needed.");
  const { name, value } = read.output;
  const refused = nameProblem(name) ?? sizeProblem(value);
  if (refused) return refused;
  if (variables.get(name)) return failure(409, "Already exists - Variable already exists");
  variables.set(name, value, store.nowMs);
  return json(201, {});
}

function update({ store, body, params }: RestCall, { variables }: Shelf): Answer {
  const read = v.safeParse(change, body);
  if (!read.success) return failure(422, "Invalid request.\n\nvalue is needed.");
  const known = variables.get(params["name"] ?? "");
  if (!known) return notFound();
  const refused = sizeProblem(read.output.value);
  if (refused) return refused;
  variables.set(known.name, read.output.value, store.nowMs);
  return { status: 204, body: "" };
}

function sizeProblem(value: string): Answer | undefined {
  if (Buffer.byteLength(value) <= MAX_VALUE_BYTES) return undefined;
  return failure(422, "Variable value is too large: it can be at most 48 KB.");
}
