import * as v from "valibot";
import { invalid, json, notFound } from "../answer.ts";
import type { Route } from "./route.ts";
import { labelShape } from "./shapes.ts";

const labelBody = v.object({
  name: v.pipe(v.string(), v.minLength(1)),
  color: v.optional(v.pipe(v.string(), v.regex(/^[\da-f]{6}$/iu))),
  description: v.optional(v.nullable(v.string())),
});

/** The labels of the repository. */
export const labelRoutes: readonly Route[] = [
  {
    call: "GET /repos/{owner}/{repo}/labels/{name}",
    needs: ["issues", "read"],
    answer: ({ store, params }) => {
      const label = store.issues.label(params["name"] ?? "");
      return label ? json(200, labelShape(label, store.repository)) : notFound();
    },
  },
  {
    call: "POST /repos/{owner}/{repo}/labels",
    needs: ["issues", "write"],
    answer: ({ store, body }) => {
      const read = v.safeParse(labelBody, body);
      if (!read.success) {
        return invalid("Label", v.getDotPath(read.issues[0]) ?? "name", "invalid");
      }
      const { name, color, description } = read.output;
      if (store.issues.label(name)) return invalid("Label", "name", "already_exists");
      const label = store.issues.addLabel(name, color, description);
      return json(201, labelShape(label, store.repository));
    },
  },
];
