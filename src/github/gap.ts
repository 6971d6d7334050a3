import * as v from "valibot";
import type { MemoryGap } from "../pipeline/ports.ts";
import { endingIn } from "./unanswered.ts";

/**
 * GitHub tells a token that it does not know by 401; a missing permission by 403 or 404 on REST, and
 * on GraphQL by an error of type FORBIDDEN (or a message that the resource is not accessible by the
 * integration). A limit comes as 403 or 429, and says so in its message. Of a query on which it would
 * spend too much GraphQL gives a part, and says that it is one (github.blog, GraphQL API resource limits).
 */
export function gapOf(error: unknown): MemoryGap {
  if (v.isValiError(error)) return "malformed";
  const { status, errors, message } = error as {
    readonly status?: number;
    readonly errors?: readonly { readonly type?: string; readonly message?: string }[];
    readonly message?: string;
  };
  const isTooMuch = errors?.some(({ type }) => type === "RESOURCE_LIMITS_EXCEEDED") === true;
  if (isTooMuch || endingIn(error)?.kind === "too-large") return "too-large";
  if (/rate limit/i.test(message ?? "") || (status ?? 0) >= 429) return "no-answer";
  if (status === 401) return "bad-token";
  if (status === 403 || status === 404) return "no-permission";
  const isForbidden = errors?.some(
    (one) => one.type === "FORBIDDEN" || /not accessible/i.test(one.message ?? ""),
  );
  return isForbidden === true ? "no-permission" : "malformed";
}
