import { failure, notFound, type Answer } from "../answer.ts";
import type { Level, Scope } from "../access.ts";
import type { Shelf } from "../store/shelf.ts";
import type { RestCall, Route } from "./route.ts";

export type ShelfAnswer = (call: RestCall, shelf: Shelf) => Answer | Promise<Answer>;

const REPOSITORY = "/repos/{owner}/{repo}";

/**
 * One call for each shelf that has it: the repository's, an environment's, and for lists the
 * organisation's as far as the repository sees it.
 */
export function shelfRoutes(
  method: "GET" | "POST" | "PUT" | "PATCH",
  path: string,
  scope: Scope,
  answer: ShelfAnswer,
): readonly Route[] {
  const level: Level = method === "GET" ? "read" : "write";
  const own: Route[] = [
    {
      call: `${method} ${REPOSITORY}/actions/${path}`,
      needs: [scope, level],
      answer: (call) => answer(call, call.store.shelves.repository),
    },
    {
      call: `${method} ${REPOSITORY}/environments/{environment_name}/${path}`,
      needs: ["environments", level],
      answer: (call) => {
        const environment = call.store.shelves.environment(call.params["environment_name"] ?? "");
        return environment ? answer(call, environment.shelf) : notFound();
      },
    },
  ];
  if (method !== "GET" || path.includes("/")) return own;
  const inherited: Route = {
    call: `GET ${REPOSITORY}/actions/organization-${path}`,
    needs: [scope, "read"],
    answer: (call) => answer(call, call.store.shelves.organization),
  };
  return [...own, inherited];
}

/** What GitHub's settings page says of names, too. */
export function nameProblem(name: string): Answer | undefined {
  if (/^[a-z_]\w*$/iu.test(name) && !/^github_/iu.test(name)) return undefined;
  return failure(
    422,
    "Names can only contain alphanumeric characters or underscores, must not start with a number, and must not start with GITHUB_.",
  );
}
