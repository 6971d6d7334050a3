import * as v from "valibot";
import type { Scraped, Served, Stats } from "../pipeline/ports.ts";
import { FIRST_ISSUE } from "../text/first-issue.ts";

/**
 * What an answer of 200 says once it is read: the work is proved, nothing was done, not ready yet, or
 * the field that decides is not what it must be. Fields that decide nothing may come and go.
 */
export type Verdict<T> =
  | { readonly kind: "proved"; readonly value: T }
  | { readonly kind: "no-data"; readonly words?: string }
  | { readonly kind: "not-ready"; readonly seen: string }
  | { readonly kind: "wrong-shape"; readonly field: string };

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Words are for people only: of another type they are simply missing. */
const words = v.fallback(v.optional(v.string()), undefined);

const message = v.object({ msg: v.string() });
const scraped = v.object({ total_records: count, msg: words });
/** A training saves three; a longer list is none of artifacts, and would be told in megabytes. */
export const MAX_ARTIFACTS = 100_000;
const trained = v.object({
  artifacts_saved: v.pipe(v.array(v.string()), v.maxLength(MAX_ARTIFACTS)),
  msg: words,
});
const rating = v.object({ rating: v.fallback(v.string(), ""), total: v.number() });
const stats = v.object({
  total_books: count,
  avg_price: v.fallback(v.number(), 0),
  rating_distribution: v.fallback(v.array(rating), []),
});
const features = v.object({ total_records: count });
const health = v.object({ api_status: v.string(), db_status: v.string() });
const error = v.object({ error: v.string() });

/** Visible ASCII: what an HTTP header can carry (RFC 9110, 5.5) without a word of it being lost. */
const MAX_TOKEN_CHARS = 16 * 1024;
const token = v.pipe(v.string(), v.maxLength(MAX_TOKEN_CHARS), v.regex(/^[\x21-\x7e]+$/));
/** Never sent, so that any characters do; hidden all the same. */
const refreshToken = v.pipe(v.string(), v.maxLength(MAX_TOKEN_CHARS));
const login = v.object({
  access_token: token,
  refresh_token: v.fallback(v.optional(refreshToken), undefined),
});

/** What a log-in gives. The refresh token is not used, but it is as much of a secret. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
}

export function readScraped(json: unknown): Verdict<Scraped> {
  const answer = v.safeParse(scraped, json, FIRST_ISSUE);
  if (!answer.success) return withoutProof(json, "total_records");
  const { total_records: records, msg } = answer.output;
  return records > 0 ? { kind: "proved", value: { records } } : noData(msg);
}

export function readTrained(json: unknown): Verdict<readonly string[]> {
  const answer = v.safeParse(trained, json, FIRST_ISSUE);
  if (!answer.success) return withoutProof(json, "artifacts_saved");
  const { artifacts_saved: artifacts, msg } = answer.output;
  return artifacts.length > 0 ? { kind: "proved", value: artifacts } : noData(msg);
}

export function readStats(json: unknown): Verdict<Stats> {
  const answer = v.safeParse(stats, json, FIRST_ISSUE);
  if (!answer.success) return { kind: "wrong-shape", field: "total_books" };
  const { total_books: records, avg_price: price, rating_distribution: ratings } = answer.output;
  const numbers = [records, price, ...totalsOf(ratings)].join(" ");
  return { kind: "proved", value: { records, numbers } };
}

/** In the order of their ratings: a data base that groups gives them in any, though nothing changed. */
function totalsOf(ratings: readonly v.InferOutput<typeof rating>[]): readonly number[] {
  return ratings
    .toSorted((a, b) => Number(a.rating > b.rating) - Number(a.rating < b.rating))
    .map(({ total }) => total);
}

export function readFeatures(json: unknown): Verdict<Served> {
  const answer = v.safeParse(features, json, FIRST_ISSUE);
  return answer.success
    ? { kind: "proved", value: { kind: "counted", records: answer.output.total_records } }
    : { kind: "wrong-shape", field: "total_records" };
}

/** The API answers 200 whatever the state of its database: only its own words tell. */
export function readHealth(json: unknown): Verdict<true> {
  const answer = v.safeParse(health, json, FIRST_ISSUE);
  if (!answer.success) return { kind: "wrong-shape", field: "db_status" };
  const { api_status: api, db_status: database } = answer.output;
  return api === "OK" && database === "UP"
    ? { kind: "proved", value: true }
    : { kind: "not-ready", seen: `api_status ${api}, db_status ${database}` };
}

export function readLogin(json: unknown): Verdict<Tokens> {
  const answer = v.safeParse(login, json, FIRST_ISSUE);
  return answer.success
    ? {
        kind: "proved",
        value: { access: answer.output.access_token, refresh: answer.output.refresh_token },
      }
    : { kind: "wrong-shape", field: "access_token" };
}

/** The API's own words for what went wrong, where it has any. */
export function readError(json: unknown): string | undefined {
  const answer = v.safeParse(error, json, FIRST_ISSUE);
  return answer.success ? answer.output.error : undefined;
}

/** The real API says in a message, with 200 and without the field, that it did nothing. */
function withoutProof(json: unknown, field: string): Verdict<never> {
  const answer = v.safeParse(message, json, FIRST_ISSUE);
  return answer.success && !Object.hasOwn(json as object, field)
    ? noData(answer.output.msg)
    : { kind: "wrong-shape", field };
}

function noData(msg: string | undefined): Verdict<never> {
  return msg === undefined ? { kind: "no-data" } : { kind: "no-data", words: msg };
}
