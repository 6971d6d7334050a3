import type { Failure, RedirectAdvice } from "../pipeline/failure.ts";
import type { Door } from "../text/plain.ts";
import type { Answer } from "./answer.ts";
import type { Endpoint } from "./endpoints.ts";
import type { Asked } from "./disposition.ts";

type RedirectRefused = Failure & { readonly code: "redirect-refused" };

/** A redirect is never followed: a token would go with it. What to set instead is read off its target. */
export function redirectOf(
  answer: Answer,
  endpoint: Endpoint<unknown>,
  asked: Asked,
  door: Door,
): RedirectRefused {
  const { location } = answer.headers;
  const refused = { code: "redirect-refused", status: answer.status } as const;
  const target = location === undefined ? undefined : URL.parse(location, asked.url.href);
  if (location === undefined) return { ...refused, advice: { kind: "ask-owner" } };
  return { ...refused, location: door(location), advice: adviceFor(target, endpoint, asked, door) };
}

function adviceFor(
  target: URL | null | undefined,
  endpoint: Endpoint<unknown>,
  { url, prefix }: Asked,
  door: Door,
): RedirectAdvice {
  if (!target || !/^https?:$/.test(target.protocol)) return { kind: "ask-owner" };

  // The API builds its targets with http:// even behind a TLS proxy: that is no other place.
  const samePlace =
    target.host === url.host && (target.protocol === url.protocol || target.protocol === "http:");
  const path = target.pathname + target.search;
  if (samePlace) {
    return path.startsWith(`${prefix}/`) && path !== url.pathname + url.search
      ? {
          kind: "set-path",
          setting: `${endpoint.path}-path`,
          path: door(path.slice(prefix.length)),
        }
      : { kind: "ask-owner" };
  }
  const suffix = url.pathname.slice(prefix.length);
  const base = target.pathname.endsWith(suffix) ? target.pathname.slice(0, -suffix.length) : "";
  return { kind: "set-url", url: door(`${target.origin}${base}`) };
}
