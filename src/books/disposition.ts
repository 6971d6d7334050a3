import type { Failure, Outcome } from "../pipeline/failure.ts";
import type { TimeoutSetting } from "../settings/settings.ts";

/** What to do after one exchange. `failure` of the last two is what it comes to when nothing can be done. */
export type Disposition<T> =
  | Outcome<T>
  | {
      readonly kind: "retry";
      readonly failure: Failure;
      readonly pace: Pace;
    }
  | { readonly kind: "log-in-again"; readonly failure: Failure };

/**
 * How to come back: after a while, or as the API told. `hopeless` is a backoff that even a patient call
 * ends after its `retries`, as a longer one would only hide a wrong setting.
 */
export type Pace = "backoff" | "hopeless" | { readonly retryAfter: string | undefined };

/** What the sentences about a failure need to know of the request. */
export interface Asked {
  readonly url: URL;
  /** The part of the URL's path that belongs to `api-url`. */
  readonly prefix: string;
  readonly timeout: { readonly setting: TimeoutSetting; readonly timeoutMs: number };
}
