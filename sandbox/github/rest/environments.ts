import { failure, json, notFound } from "../answer.ts";
import type { Route } from "./route.ts";
import { environmentShape } from "./shapes.ts";

const ENVIRONMENT = "/repos/{owner}/{repo}/environments/{environment_name}";
const MAX_NAME_CHARS = 255;

/** The environments of the repository. */
export const environmentRoutes: readonly Route[] = [
  {
    call: `GET ${ENVIRONMENT}`,
    needs: ["actions", "read"],
    answer: ({ store, params }) => {
      const environment = store.shelves.environment(params["environment_name"] ?? "");
      return environment ? json(200, environmentShape(environment, store.repository)) : notFound();
    },
  },
  {
    call: `PUT ${ENVIRONMENT}`,
    needs: ["administration", "write"],
    answer: ({ store, params }) => {
      const name = params["environment_name"] ?? "";
      if (name.length > MAX_NAME_CHARS) return failure(422, "Environment name is too long");
      const environment = store.shelves.addEnvironment(name, store.nowMs);
      return json(200, environmentShape(environment, store.repository));
    },
  },
];
