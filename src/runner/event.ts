import { readFileSync } from "node:fs";
import * as v from "valibot";

/** What GitHub hands over of the event that started the run. */
export interface Event {
  /** Whether everybody can read the repository and its runs; `false` where the event does not say. */
  readonly isPublic: boolean;
}

const SILENT: Event = { isPublic: false };

/** As GitHub's webhooks describe a repository; the older of them know only `private`. */
const payload = v.object({
  repository: v.object({
    private: v.optional(v.boolean()),
    visibility: v.optional(v.string()),
  }),
});

/** @param path GITHUB_EVENT_PATH. A file that is missing or not readable says nothing. */
export function readEvent(path: string | undefined): Event {
  if (!path) return SILENT;
  try {
    const { repository } = v.parse(payload, JSON.parse(readFileSync(path, "utf8")));
    return { isPublic: repository.visibility === "public" || repository.private === false };
  } catch {
    return SILENT;
  }
}
