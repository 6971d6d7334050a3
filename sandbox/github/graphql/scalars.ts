import { SERVER_URL } from "../../runner/environment.ts";

/** A name of ours as a value of one of the schema's enumerations. */
export function upper(name: string): string {
  return name.toUpperCase();
}

/** Where a thing can be looked at. */
export function locatable(page: string): { url: string; resourcePath: string } {
  return { url: page, resourcePath: page.slice(SERVER_URL.length) };
}

/** What has no conclusion yet is at work: nothing here waits for a runner. */
export function statusOf({ conclusion }: { readonly conclusion: string | null }): string {
  return conclusion === null ? "IN_PROGRESS" : "COMPLETED";
}
