import { json, notFound, type Answer } from "./answer.ts";
import { secondaryLimit } from "./limits.ts";
import type { TroubleName } from "./troubles.ts";

/** `silence`: nothing, for as long as the caller waits. `cut`: half an answer. */
export type Reply = Answer | "silence" | "cut";

const PAGE = "<!DOCTYPE html><html><title>Unicorn! &middot; GitHub</title></html>\n";

/** What a trouble makes of any request; undefined for one that strikes later on. */
export function struckBy(trouble: TroubleName): Reply | undefined {
  switch (trouble) {
    case "silence":
      return "silence";
    case "cut-answer":
      return "cut";
    case "html-500":
      return { status: 500, body: PAGE };
    case "html-502":
      return { status: 502, body: PAGE };
    case "html-answer":
      return { status: 200, body: PAGE };
    case "other-shape":
      return json(200, { data: { run: { workflow: 5 } }, node_id: 5 });
    case "secondary-limit":
      return secondaryLimit(403);
    case "secondary-limit-429":
      return secondaryLimit(429);
    case "not-found":
      return notFound();
    case "primary-limit":
    case "no-resource":
      return undefined;
  }
}
