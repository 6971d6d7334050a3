import { release } from "../http/gather.ts";

/**
 * Octokit hands over the bytes of an answer, and we parse them: its own parser looks at every number for
 * a large one, and takes a hundred bytes of memory for each.
 */
export const AS_BYTES = { parseSuccessResponseBody: false } as const;

/** What is in an answer, whose bytes are then given back; undefined for what is no JSON. */
export function jsonIn(answer: unknown): unknown {
  if (!Buffer.isBuffer(answer)) return undefined;
  try {
    return JSON.parse(answer.toString("utf8")) as unknown;
  } catch {
    return undefined;
  } finally {
    release(answer);
  }
}
