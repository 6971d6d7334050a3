import type { Failure, Outcome } from "../pipeline/failure.ts";
import type { TimeoutSetting } from "../settings/settings.ts";

/** What to do after one exchange. `failure` of the last two is what it comes to when nothing can be done. */
export type Disposition<T> =
  | Outcome<T>
  | {
      readonly kind: "retry";
      readonly failure: Failure;
      /** `hopeless`: trying for longer than `retries` allows would only hide a wrong setting. */
      readonly pace: "backoff" | "hopeless" | { readonly retryAfter: string | undefined };
    }
  | { readonly kind: "log-in-again"; readonly failure: Failure };

/** What the sentences about a failure need to know of the request. */
export interface Asked {
  readonly url: URL;
  /** The part of the URL's path that belongs to `api-url`. */
  readonly prefix: string;
  readonly timeout: { readonly setting: TimeoutSetting; readonly timeoutMs: number };
}
