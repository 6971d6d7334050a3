import * as v from "valibot";
import type { Ending } from "../http/exchange.ts";
import { FIRST_ISSUE } from "../text/first-issue.ts";

export type NoAnswer = Exclude<Ending, { readonly kind: "answered" }>;

/** As Octokit throws what our transport throws (@octokit/request, fetch-wrapper), with all that it holds. */
const requestError = v.object({
  cause: v.object({ cause: v.looseObject({ kind: v.string() }) }),
});

/** What became of a request that got no whole answer; undefined where an answer is what went wrong. */
export function endingIn(error: unknown): NoAnswer | undefined {
  const read = v.safeParse(requestError, error, FIRST_ISSUE);
  return read.success ? (read.output.cause.cause as unknown as NoAnswer) : undefined;
}
