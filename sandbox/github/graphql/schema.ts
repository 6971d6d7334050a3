import { readFileSync } from "node:fs";
import { buildASTSchema, GraphQLScalarType, parse, type GraphQLSchema } from "graphql";

let built: GraphQLSchema | undefined;

/** GitHub's published schema. Made once a process, when it is first asked for, in about 0.3 s. */
export function githubSchema(): GraphQLSchema {
  built ??= build();
  return built;
}

function build(): GraphQLSchema {
  // The package's own entry would read the same schema a second time, as JSON.
  const file = new URL("schema.graphql", import.meta.resolve("@octokit/graphql-schema"));
  const document = parse(readFileSync(file, "utf8"), { noLocation: true });
  // What GitHub publishes does not hold GraphQL's rules for schemas everywhere.
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  letIdsBeLong(schema);
  return schema;
}

/**
 * GitHub declares the ids of runs and check runs as Int, and gives over 32 bits all the same; the
 * library refuses that.
 */
function letIdsBeLong(schema: GraphQLSchema): void {
  const long = new GraphQLScalarType({ name: "Int", serialize: (value) => value });
  for (const type of Object.values(schema.getTypeMap())) {
    const id = "getFields" in type ? type.getFields()["databaseId"] : undefined;
    if (id !== undefined && String(id.type) === "Int") Object.assign(id, { type: long });
  }
}
