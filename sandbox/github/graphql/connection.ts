import type { GraphQLResolveInfo } from "graphql";
import type { Arguments, ResolvedObject } from "./object.ts";
import { Refusal } from "./refusal.ts";
import { selectedFields } from "./selection.ts";

/** What every connection takes; null is as good as nothing. */
interface Page {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

type Info = Pick<GraphQLResolveInfo, "fieldName" | "fieldNodes" | "fragments">;

/** GitHub gives no more of a connection at once. */
const MAX_PAGE = 100;

/** A page of `items`; each is told apart by its `key`, and only those of the page become nodes. */
export function connection<T>(
  items: readonly T[],
  key: (item: T) => number,
  toNode: (item: T) => ResolvedObject,
  args: Arguments,
  info: GraphQLResolveInfo,
): ResolvedObject {
  const { first, last, after, before } = args as Page;
  refuseWrongSize(first ?? undefined, last ?? undefined, info);
  const cursors = items.map((item) => cursorOf(key(item)));
  const start = isGiven(after) ? indexOf(after, cursors) + 1 : 0;
  const end = isGiven(before) ? indexOf(before, cursors) : items.length;
  const from = isGiven(last) ? Math.max(start, end - last) : start;
  const to = isGiven(first) ? Math.min(end, start + first) : end;

  const edges = items.slice(from, to).map((item, index) => {
    return { cursor: cursors[from + index] ?? "", node: toNode(item) };
  });
  return {
    totalCount: items.length,
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: {
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
    },
  };
}

/** A size is needed wherever nodes are asked for, and not for a mere `totalCount`. */
function refuseWrongSize(first: number | undefined, last: number | undefined, info: Info): void {
  const { fieldName, fieldNodes, fragments } = info;
  if (first !== undefined && last !== undefined) {
    throw new Refusal(
      "UNPROCESSABLE",
      `Passing both \`first\` and \`last\` to paginate the \`${fieldName}\` connection is not supported.`,
    );
  }
  const size = first ?? last;
  if (size === undefined) {
    const asked = fieldNodes.flatMap((field) => selectedFields(field.selectionSet, fragments));
    if (!asked.some(({ name }) => name.value === "nodes" || name.value === "edges")) return;
    throw new Refusal(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${fieldName}\` connection.`,
    );
  }
  if (size >= 1 && size <= MAX_PAGE) return;
  const name = first === undefined ? "last" : "first";
  throw new Refusal(
    "EXCESSIVE_PAGINATION",
    `Requesting ${size} records on the \`${fieldName}\` connection exceeds the \`${name}\` limit of ${MAX_PAGE} records.`,
  );
}

function isGiven<T>(argument: T | null | undefined): argument is T {
  return argument !== null && argument !== undefined;
}

function cursorOf(key: number): string {
  return Buffer.from(`cursor:v2:${key}`).toString("base64");
}

function indexOf(cursor: string, cursors: readonly string[]): number {
  const index = cursors.indexOf(cursor);
  if (index >= 0) return index;
  throw new Refusal(
    "INVALID_CURSOR_ARGUMENTS",
    `\`${cursor}\` does not appear to be a valid cursor.`,
  );
}
