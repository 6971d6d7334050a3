/** What an HTTP status says of who has to act. */

/** Nobody serves this path, or not with this method: the address or the path is set wrong. */
export function isWrongPath(status: number): boolean {
  return status === 404 || status === 405;
}

/** RFC 9110, 15.6.3 and 15.6.5: a gateway speaks, not the server behind it. */
export function isFromProxy(status: number): boolean {
  return status === 502 || status === 504;
}

/** The answer leaves open whether the API works on: out of patience, or no word from it. */
export function leavesWorkOpen(status: number): boolean {
  return status === 408 || status === 503 || isFromProxy(status);
}

/** RFC 9110, 15.4.3 and 15.4.4: a redirect to the result, not to another try. */
export function mayComeAfterTheWork(status: number): boolean {
  return status === 302 || status === 303;
}

/** Who answered a health check: the API in its own words, a server in trouble, or something else. */
export type HealthSpeaker = "api" | "troubled-server" | "something-else";

/** @param seen an API's own words, or the status and the beginning of what came instead */
export function healthSpeakerOf(seen: string): HealthSpeaker {
  const [, statusClass] = /^HTTP (\d)\d\d\b/.exec(seen) ?? [];
  if (statusClass === undefined) return "api";
  return statusClass === "5" ? "troubled-server" : "something-else";
}
