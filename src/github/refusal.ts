import * as v from "valibot";
import { FIRST_ISSUE } from "../text/first-issue.ts";
import { endingIn, type NoAnswer } from "./unanswered.ts";

/** Why GitHub did not do what it was asked. `call` names what it was asked, without host and body. */
export type Refusal = { readonly call: string; readonly words: string } & (
  | { readonly kind: "token-rejected" }
  | {
      readonly kind: "not-permitted";
      /** What GitHub says would do, such as `secrets=write`; empty when it does not say. */
      readonly accepted: readonly string[];
      /** The token is a job's own, or another app's. */
      readonly isIntegration: boolean;
      /** The organisation wants its single sign-on first; where, if GitHub says it. */
      readonly signOn?: string;
    }
  | { readonly kind: "not-found" }
  | { readonly kind: "conflict" }
  | { readonly kind: "invalid" }
  | { readonly kind: "rate-limited"; readonly waitMs?: number }
  | { readonly kind: "no-answer"; readonly ending: NoAnswer }
  | { readonly kind: "failed"; readonly status: number }
  /** It answered with a redirect, as for a repository that was renamed. */
  | { readonly kind: "moved" }
  | { readonly kind: "malformed" }
);

/** What every call to GitHub's REST API throws that did not succeed. */
export class Refused extends Error {
  override name = "Refused";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.call}: ${refusal.kind}`);
    this.refusal = refusal;
  }
}

/** Whether GitHub may have done all the same what it did not confirm. To read does nothing. */
export function mayHaveHappened(refusal: Refusal): boolean {
  if (refusal.call.startsWith("GET ")) return false;
  switch (refusal.kind) {
    case "no-answer": {
      const { ending } = refusal;
      return ending.kind === "cancelled" ? ending.sent : ending.kind !== "not-sent";
    }
    case "failed":
      return refusal.status >= 500;
    default:
      return false;
  }
}

/** As Octokit throws it (@octokit/request-error), read with care. */
const requestError = v.object({
  status: v.number(),
  response: v.optional(
    v.object({
      headers: v.record(v.string(), v.optional(v.union([v.string(), v.number()]))),
      data: v.fallback(v.object({ message: v.fallback(v.string(), "") }), { message: "" }),
    }),
  ),
});
type Response = NonNullable<v.InferOutput<typeof requestError>["response"]>;

const SECOND_MS = 1000;

/** @throws what is no answer of GitHub's: a mistake of ours */
export function refusalOf(call: string, error: unknown, now: Date): Refusal {
  const read = v.safeParse(requestError, error, FIRST_ISSUE);
  if (!read.success) throw error;
  const { status, response } = read.output;
  if (response === undefined) {
    const ending = endingIn(error);
    if (ending === undefined) throw error;
    return { call, words: detailOf(ending), kind: "no-answer", ending };
  }
  const said = { call, words: response.data.message };
  if (isLimited(status, response))
    return { ...said, kind: "rate-limited", ...waitOf(response, now) };
  switch (status) {
    case 401:
      return { ...said, kind: "token-rejected" };
    case 403:
      return { ...said, kind: "not-permitted", ...permissionsIn(response) };
    case 404:
      return { ...said, kind: "not-found" };
    case 409:
      return { ...said, kind: "conflict" };
    case 422:
      return { ...said, kind: "invalid" };
    default:
      return { ...said, kind: "failed", status };
  }
}

/** What Node or OpenSSL said, or a proxy. */
function detailOf(ending: NoAnswer): string {
  if (ending.kind === "not-sent") {
    return "detail" in ending.obstacle ? ending.obstacle.detail : "";
  }
  return "detail" in ending ? ending.detail : "";
}

/** A limit comes as 429, or as 403 with nothing left or a word on it (docs.github.com/rest, rate limits). */
function isLimited(status: number, { headers, data }: Response): boolean {
  if (status === 429) return true;
  return (
    status === 403 && (headers["retry-after"] !== undefined || /rate limit/i.test(data.message))
  );
}

function waitOf({ headers }: Response, now: Date): { readonly waitMs?: number } {
  const after = Number(headers["retry-after"] ?? Number.NaN);
  if (Number.isFinite(after) && after >= 0) return { waitMs: after * SECOND_MS };
  const resetMs = Number(headers["x-ratelimit-reset"] ?? Number.NaN) * SECOND_MS;
  const isAhead = Number.isFinite(resetMs) && resetMs > now.getTime();
  return headers["x-ratelimit-remaining"] === "0" && isAhead
    ? { waitMs: resetMs - now.getTime() }
    : {};
}

function permissionsIn({ headers, data }: Response) {
  // Sets of permissions, of which any one would do, are parted by semicolons; the first is as good.
  const [first = ""] = String(headers["x-accepted-github-permissions"] ?? "").split(";");
  const signOn = /url=(https:\S+)/.exec(String(headers["x-github-sso"] ?? ""))?.[1];
  return {
    accepted: first
      .split(",")
      .map((one) => one.trim())
      .filter((one) => /^\w+=\w+$/.test(one)),
    isIntegration: /by integration/i.test(data.message),
    ...(signOn === undefined ? {} : { signOn }),
  };
}
