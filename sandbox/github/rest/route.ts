import type { Access, Level, Scope } from "../access.ts";
import type { Answer } from "../answer.ts";
import type { Store } from "../store/store.ts";

/** One call of the REST API, its sender and its permissions known. */
export interface RestCall {
  readonly store: Store;
  readonly access: Access;
  /** What the path holds in place of each `{name}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly pathname: string;
  readonly query: URLSearchParams;
  /** The body's JSON; undefined without a body. */
  readonly body: unknown;
}

export interface Route {
  /** `GET /repos/{owner}/{repo}`; `{+path}` goes on behind a slash. */
  readonly call: string;
  readonly needs?: readonly [Scope, Level];
  readonly answer: (call: RestCall) => Answer | Promise<Answer>;
}
