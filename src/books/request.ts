import type { Settings } from "../settings/settings.ts";
import type { Request } from "../http/exchange.ts";
import type { Endpoint } from "./endpoints.ts";
import type { Session } from "./session.ts";

/** The path prefix of `api-url`, without a slash at its end. */
export function prefixOf({ apiUrl }: Settings): string {
  return apiUrl.pathname.replace(/\/$/, "");
}

/** One try of a call; the only place where the password and the token enter a request. */
export function requestFor(
  endpoint: Endpoint<unknown>,
  settings: Settings,
  session: Session,
  timeoutMs: number,
): Request {
  const { method, maxBodyBytes } = endpoint;
  const path = `${prefixOf(settings)}${settings.paths[endpoint.path] ?? ""}`;
  // Put together as text: resolved against the origin, a path of two slashes would name another host.
  const url = new URL(`${settings.apiUrl.origin}${path}`);
  const headers = { accept: "application/json", "accept-encoding": "identity" };
  const request = { method, url, timeoutMs, maxBodyBytes };
  switch (endpoint.nature) {
    case "login": {
      const { username, password } = settings;
      return {
        ...request,
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify({ username, password }),
      };
    }
    case "read":
    case "effect":
      return {
        ...request,
        headers: endpoint.authenticated ? { ...headers, ...session.headers() } : headers,
      };
  }
}
