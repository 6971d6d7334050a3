import type { Clock } from "../pipeline/ports.ts";
import type { Tokens } from "./contract.ts";

/** The time that a long call's answer may still take to be acted on with the same token. */
const EXPIRY_MARGIN_MS = 30_000;

/**
 * The one place that holds the token. It leaves by `headers` only, towards the API's own origin. The
 * refresh token is dropped: it would be a second secret that lives a day, to save one request.
 */
export interface Session {
  /** Takes over what a log-in gave. */
  open(tokens: Tokens): void;
  headers(): Readonly<Record<string, string>>;
  /** The API refused a new log-in: one more would be refused, too, and could lock the account. */
  refused(): void;
  /** The API took the token: should it refuse it later, a new log-in is worth a try. */
  accepted(): void;
  /** False once a new log-in has been made, or refused, since the API last took a token. */
  mayRenew(): boolean;
  /** Whether the token is good for `durationMs` more; one that tells no end is taken to be. */
  outlives(durationMs: number): boolean;
}

export function createSession(clock: Clock, mask: (secret: string) => void): Session {
  let token = "";
  let endsAtMs = Number.POSITIVE_INFINITY;
  let renewals = 0;
  return {
    open({ access, refresh }) {
      mask(access);
      if (refresh !== undefined) mask(refresh);
      if (token !== "") renewals += 1;
      token = access;
      endsAtMs = clock.nowMs() + lifetimeMs(access, clock.today());
    },
    headers: () => (token === "" ? {} : { authorization: `Bearer ${token}` }),
    refused: () => {
      renewals += 1;
    },
    accepted: () => {
      renewals = 0;
    },
    mayRenew: () => renewals === 0,
    outlives: (durationMs) => clock.nowMs() + durationMs + EXPIRY_MARGIN_MS < endsAtMs,
  };
}

/**
 * How long a fresh JWT lasts in ms (RFC 7519, 4.1.4 and 4.1.6), unverified, as it is only a hint for
 * when to log in again. Counted from its own `iat`, so that a wrong clock of the API does not matter.
 */
function lifetimeMs(jwt: string, now: Date): number {
  const { exp, iat } = claimsOf(jwt);
  if (exp === undefined) return Number.POSITIVE_INFINITY;
  return (exp - (iat ?? now.getTime() / 1000)) * 1000;
}

function claimsOf(jwt: string): { readonly exp?: number; readonly iat?: number } {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(jwt)?.[1];
  if (payload === undefined) return {};
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    if (typeof claims !== "object" || claims === null) return {};
    const { exp, iat } = claims as Record<string, unknown>;
    return {
      ...(typeof exp === "number" ? { exp } : {}),
      ...(typeof iat === "number" ? { iat } : {}),
    };
  } catch {
    // Not a JWT after all: an opaque token says nothing of its end.
    return {};
  }
}
