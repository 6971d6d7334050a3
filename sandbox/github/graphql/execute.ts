import {
  execute,
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
} from "graphql";
import { refuseTooManyNodes } from "./node-limit.ts";
import { resolveField, type World } from "./object.ts";
import { Refusal } from "./refusal.ts";
import { load, query as root } from "./root.ts";
import { githubSchema } from "./schema.ts";
import { fragmentsOf, type Variables } from "./selection.ts";

export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Variables | null;
  readonly operationName?: string | null;
}

/** Carries out a query against GitHub's schema; the answer's body, with GitHub's way to tell errors. */
export async function executeQuery(
  request: GraphQLRequest,
  world: Omit<World, "load">,
): Promise<object> {
  const { query, operationName } = request;
  const variables = request.variables ?? {};
  try {
    const document = parse(query);
    const errors = validate(githubSchema(), document);
    if (errors.length > 0) return { errors: errors.map(formatted) };
    refuseByLimits(document, variables, operationName);
    return answerOf(
      await execute({
        schema: githubSchema(),
        document,
        rootValue: root,
        contextValue: { ...world, load: load.bind(undefined, world.store) } satisfies World,
        variableValues: variables,
        operationName,
        fieldResolver: resolveField,
      }),
    );
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [formatted(error)] };
    if (error instanceof Refusal) {
      return { errors: [{ type: error.type, message: error.message }] };
    }
    throw error;
  }
}

function refuseByLimits(
  document: DocumentNode,
  variables: Variables,
  operationName: string | null | undefined,
): void {
  const operation = getOperationAST(document, operationName);
  if (operation) refuseTooManyNodes(operation, fragmentsOf(document), variables);
}

function answerOf({ data, errors }: ExecutionResult): object {
  return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(formatted) }) };
}

function formatted(error: GraphQLError): object {
  const refusal = error.originalError;
  return {
    ...(refusal instanceof Refusal && { type: refusal.type }),
    ...(error.path && { path: error.path }),
    ...(refusal instanceof Refusal &&
      refusal.type === "FORBIDDEN" && { extensions: { saml_failure: false } }),
    locations: error.locations,
    message: error.message,
  };
}
