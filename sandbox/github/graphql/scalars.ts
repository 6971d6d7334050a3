import { SERVER_URL } from "../../runner/environment.ts";

/** A name of ours as a value of one of the schema's enumerations. */
export function upper(name: string): string {
  return name.toUpperCase();
}

/** Where a thing can be looked at. */
export function locatable(page: string): { url: string; resourcePath: string } {
  return { url: page, resourcePath: page.slice(SERVER_URL.length) };
}

/** @param hasBegun whether anything of it was ever at work */
export function statusOf(conclusion: string | null, hasBegun: boolean): string {
  if (conclusion !== null) return "COMPLETED";
  return hasBegun ? "IN_PROGRESS" : "QUEUED";
}
