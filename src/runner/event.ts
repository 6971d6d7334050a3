import * as v from "valibot";
import { readRegularFile } from "./regular-file.ts";

/** What GitHub hands over of the event that started the run. */
export interface Event {
  /** Whether everybody can read the repository and its runs; `false` where the event does not say. */
  readonly isPublic: boolean;
  /** The line of the workflow file that fired; `undefined` when no schedule started the run. */
  readonly cron: string | undefined;
}

/** A schedule's or a button's has some 10 KB; what GitHub sends at all is below 25 MB. */
const MAX_BYTES = 8 * 1024 * 1024;

const SILENT: Event = { isPublic: false, cron: undefined };

/** As GitHub's webhooks describe a repository; the older of them know only `private`. */
const payload = v.object({
  repository: v.optional(
    v.object({ private: v.optional(v.boolean()), visibility: v.optional(v.string()) }),
  ),
  schedule: v.optional(v.string()),
});

/** @param path GITHUB_EVENT_PATH. A file that is missing or not readable says nothing. */
export function readEvent(path: string | undefined): Event {
  if (!path) return SILENT;
  try {
    const { repository, schedule } = v.parse(payload, JSON.parse(readRegularFile(path, MAX_BYTES)));
    const isPublic = repository?.visibility === "public" || repository?.private === false;
    return { isPublic, cron: schedule };
  } catch {
    return SILENT;
  }
}
