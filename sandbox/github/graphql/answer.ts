import * as v from "valibot";
import { failure, json, type Answer } from "../answer.ts";
import { executeQuery } from "./execute.ts";

const request = v.object({
  query: v.string(),
  variables: v.nullish(v.record(v.string(), v.unknown())),
  operationName: v.nullish(v.string()),
});

/** Answers `POST /graphql`: 200 whatever the query comes to, unless its body is none. */
export async function answerGraphQL(
  body: string,
  world: Parameters<typeof executeQuery>[1],
): Promise<Answer> {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    return failure(400, "Problems parsing JSON");
  }
  const asked = v.safeParse(request, read);
  if (!asked.success) {
    return failure(400, "A query attribute must be specified and must be a string.");
  }
  const { query, variables = {}, operationName = null } = asked.output;
  return json(200, await executeQuery({ query, variables, operationName }, world));
}
