import { failure, json } from "../answer.ts";
import type { Route } from "./route.ts";
import { repositoryShape, userShape } from "./shapes.ts";

/** The repository, and whom a token belongs to. */
export const repositoryRoutes: readonly Route[] = [
  {
    call: "GET /repos/{owner}/{repo}",
    answer: ({ store }) => json(200, repositoryShape(store.repository)),
  },
  {
    call: "GET /user",
    answer: ({ access }) =>
      access.kind === "person"
        ? json(200, userShape(access.login))
        : failure(403, "Resource not accessible by integration"),
  },
];
