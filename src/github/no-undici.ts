/**
 * Stands in for `undici` in the bundle (tsconfig.json, paths): @actions/http-client and
 * @actions/github import it at start-up for two functions that are never called here, as GitHub's API
 * is reached by our own exchange. It saves 500 KB and 50 ms of start-up (bench/).
 */

const WHY = "undici is not part of this bundle: requests go through src/http";

/** Constructed when a proxy is set and @actions/github loads; it is handed to `fetch` only. */
export class ProxyAgent {}

export function fetch(): Promise<never> {
  return Promise.reject(new Error(WHY));
}
