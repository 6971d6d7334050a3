/** The API's audit log keeps 300 characters of a user agent. */
const MAX_CHARS = 299;

/** So that the API's own audit log leads to the run and the attempt. */
export function userAgent(version: string, attemptUrl: string | undefined): string {
  const product = `orquestra/${version}`;
  const whole = attemptUrl === undefined ? product : `${product} (+${attemptUrl})`;
  return whole.length <= MAX_CHARS ? whole : product;
}
