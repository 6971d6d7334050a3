import type { FieldNode, OperationDefinitionNode } from "graphql";
import { Refusal } from "./refusal.ts";
import { argumentOf, selectedFields, type Fragments, type Variables } from "./selection.ts";

/** What one call may ask for at the most. */
const MAX_NODES = 500_000;

/**
 * Refuses a query that could give too many nodes, whatever there is to give: each connection counts
 * as many as it asks for, times those of the connections around it.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function refuseTooManyNodes(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
): void {
  const count = (fields: readonly FieldNode[], around: number): number =>
    fields.reduce((sum, field) => {
      const asked = nodesOf(field, variables);
      const inner = selectedFields(field.selectionSet, fragments);
      const here = around * (asked ?? 1);
      return sum + (asked === undefined ? 0 : here) + count(inner, here);
    }, 0);

  const nodes = count(selectedFields(operation.selectionSet, fragments), 1);
  if (nodes <= MAX_NODES) return;
  const [possible, most] = [nodes, MAX_NODES].map((number) => number.toLocaleString("en"));
  throw new Refusal(
    "MAX_NODE_LIMIT_EXCEEDED",
    `This query requests up to ${possible} possible nodes which exceeds the maximum limit of ${most}.`,
  );
}

/** How many nodes a field asks for; undefined for one that is no list of nodes. */
function nodesOf(field: FieldNode, variables: Variables): number | undefined {
  const ids = argumentOf(field, "ids", variables);
  if (Array.isArray(ids)) return ids.length;
  const size = argumentOf(field, "first", variables) ?? argumentOf(field, "last", variables);
  return typeof size === "number" ? size : undefined;
}
