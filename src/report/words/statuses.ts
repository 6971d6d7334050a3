/** What an HTTP status says of who has to act. */

/** Nobody serves this path, or not with this method: the address or the path is set wrong. */
export function isWrongPath(status: number): boolean {
  return status === 404 || status === 405;
}

/** RFC 9110, 15.6.3 and 15.6.5: a gateway speaks, not the server behind it. */
export function isFromProxy(status: number): boolean {
  return status === 502 || status === 504;
}
