import type { Scraped, Served, Stats } from "../pipeline/ports.ts";
import type { Paths, Settings, TimeoutSetting } from "../settings/settings.ts";
import {
  readFeatures,
  readHealth,
  readLogin,
  readScraped,
  readStats,
  readTrained,
  type Tokens,
  type Verdict,
} from "./contract.ts";

/**
 * What repeating a call could do. An `effect` may have happened although its answer is lost, so it is
 * sent again only where it surely did not; a `read` is harmless; a `login` is a read of a token.
 */
export type Nature = "effect" | "read" | "login";

/** One call of the books API: a request and the verdict on its answer. */
export interface Endpoint<T> {
  readonly method: "GET" | "POST";
  /** The key of its path in the settings; the input is called so with `-path` behind it. */
  readonly path: keyof Paths;
  readonly nature: Nature;
  readonly authenticated: boolean;
  /** The whole call, retries and log-ins included. */
  readonly timeout: TimeoutSetting;
  /** The most that one try takes, in ms, where giving up early leaves time for another. */
  readonly attemptMs?: (timeoutsMs: Settings["timeoutsMs"]) => number;
  /** Goes on for the whole time rather than for `retries` tries. */
  readonly patient?: true;
  readonly maxBodyBytes: number;
  /** Of a large answer only the outermost level is parsed, and this member of it. */
  readonly member?: string;
  /** What an answer beyond `maxBodyBytes` is worth, where it is worth something. */
  readonly whenTooLarge?: T;
  readonly read: (json: unknown) => Verdict<T>;
}

/** No answer that we act on comes near: a scrape's is 70 bytes, a debugger's page 102 KB. */
const MAX_ANSWER_BYTES = 1024 * 1024;
/** Room for 10,000 artifacts with names of 200 characters, which are then cut where they are shown. */
const MAX_TRAINING_BYTES = 2.5 * 1024 * 1024;
/** 1,000 books are 1.03 MB. */
const MAX_FEATURES_BYTES = 8 * 1024 * 1024;
/** What the Airflow deployment gave a log-in; a third of the default `login-timeout`. */
const LOGIN_ATTEMPT_MS = 30_000;

export const health: Endpoint<true> = {
  method: "GET",
  path: "health",
  nature: "read",
  authenticated: false,
  timeout: "warm-up",
  attemptMs: (timeoutsMs) => timeoutsMs["read-timeout"],
  patient: true,
  maxBodyBytes: MAX_ANSWER_BYTES,
  read: readHealth,
};

export const login: Endpoint<Tokens> = {
  method: "POST",
  path: "login",
  nature: "login",
  authenticated: false,
  timeout: "login-timeout",
  attemptMs: (timeoutsMs) => Math.max(LOGIN_ATTEMPT_MS, timeoutsMs["login-timeout"] / 3),
  maxBodyBytes: MAX_ANSWER_BYTES,
  read: readLogin,
};

export const stats: Endpoint<Stats> = {
  method: "GET",
  path: "stats",
  nature: "read",
  authenticated: true,
  timeout: "read-timeout",
  maxBodyBytes: MAX_ANSWER_BYTES,
  member: "rating_distribution",
  read: readStats,
};

export const features: Endpoint<Served> = {
  method: "GET",
  path: "features",
  nature: "read",
  authenticated: true,
  timeout: "read-timeout",
  maxBodyBytes: MAX_FEATURES_BYTES,
  whenTooLarge: { kind: "too-large", limitBytes: MAX_FEATURES_BYTES },
  read: readFeatures,
};

export const scrape: Endpoint<Scraped> = {
  method: "POST",
  path: "scrape",
  nature: "effect",
  authenticated: true,
  timeout: "scrape-timeout",
  maxBodyBytes: MAX_ANSWER_BYTES,
  read: readScraped,
};

/** A GET with effects: it rewrites the recommender's artifacts. */
export const training: Endpoint<readonly string[]> = {
  method: "GET",
  path: "training",
  nature: "effect",
  authenticated: true,
  timeout: "training-timeout",
  maxBodyBytes: MAX_TRAINING_BYTES,
  member: "artifacts_saved",
  read: readTrained,
};
