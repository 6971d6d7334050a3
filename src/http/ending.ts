import { getProxyUrl } from "@actions/http-client/lib/proxy";
import { MAX_HEADER_BYTES } from "./client.ts";
import type { Ending, Obstacle, Request } from "./exchange.ts";

/** How far a request came. From `headers` on it has gone out and may have been acted on. */
export type Stage = "name" | "connect" | "tls" | "headers" | "body";

/** Why this side gave an exchange up. */
export type GivenUp =
  | "deadline"
  | "connect-deadline"
  | "headers-too-large"
  | "body-too-large"
  | "switched"
  | "cancelled";

const HEADERS_TOO_LARGE: Ending = {
  kind: "too-large",
  part: "headers",
  limitBytes: MAX_HEADER_BYTES,
};

/** What an exchange without a whole answer came to: decided by what ended it and how far it was. */
export function endedBy(
  cause: GivenUp | Error,
  { stage, status }: { readonly stage: Stage; readonly status?: number | undefined },
  request: Request,
): Ending {
  if (typeof cause !== "string") return brokenBy(cause, stage, request);
  switch (cause) {
    case "cancelled":
      return { kind: "cancelled", sent: stage === "headers" || stage === "body" };
    case "headers-too-large":
      return HEADERS_TOO_LARGE;
    case "body-too-large":
      return {
        kind: "too-large",
        part: "body",
        limitBytes: request.maxBodyBytes,
        ...(status === undefined ? {} : { status }),
      };
    case "switched":
      return { kind: "garbage", detail: "the server switched protocols" };
    case "deadline":
    case "connect-deadline":
      return stage === "name" || stage === "connect" || stage === "tls"
        ? { kind: "not-sent", obstacle: stalled(stage, request.url) }
        : { kind: "deadline", during: stage };
  }
}

function stalled(during: "name" | "connect" | "tls", url: URL): Obstacle {
  const proxy = proxyOf(url);
  return proxy !== undefined && during !== "tls"
    ? { kind: "proxy", proxy, detail: "no answer to CONNECT" }
    : { kind: "stalled", during };
}

function brokenBy(error: Error, stage: Stage, { url }: Request): Ending {
  const code = codeOf(error);
  const detail = detailOf(error);
  switch (stage) {
    case "name":
    case "connect":
      return { kind: "not-sent", obstacle: obstacleTo(url, code, detail) };
    case "tls":
      return {
        kind: "not-sent",
        obstacle: CUT.has(code)
          ? { kind: "connect", code, detail }
          : distrust(opensslWords(detail) ?? { code, detail }),
      };
    case "headers":
    case "body": {
      if (code === "HPE_HEADER_OVERFLOW") return HEADERS_TOO_LARGE;
      if (code.startsWith("HPE_")) return { kind: "garbage", detail };
      const said = opensslWords(detail) ?? { code, detail };
      return stage === "headers" && CERTIFICATE_WANTED.test(said.code)
        ? { kind: "not-sent", obstacle: distrust(said) }
        : { kind: "lost", during: stage, detail: said.detail };
    }
  }
}

/** What a connection that went away in the middle of a TLS handshake says; the rest is about trust. */
const CUT = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "ECONNABORTED"]);

/**
 * What servers say to a client without a certificate. In TLS 1.3 they do so once its part of the
 * handshake is over (RFC 8446, 4.4.2.4): the request is on its way by then, and is never looked at.
 */
const CERTIFICATE_WANTED = /_ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE)$/;

function distrust(said: { readonly code: string; readonly detail: string }): Obstacle {
  return CERTIFICATE_WANTED.test(said.code)
    ? { kind: "certificate-wanted", detail: said.detail }
    : { kind: "certificate", ...said };
}

/**
 * Node says EPROTO for all that OpenSSL refuses while it writes, and leaves the reason to the text
 * (`…:SSL routines:function:reason:file…`). Given here as Node does elsewhere.
 */
function opensslWords(
  text: string,
): { readonly code: string; readonly detail: string } | undefined {
  const reason = /:SSL routines:\w*:([^:]+):/.exec(text)?.[1];
  if (reason === undefined) return undefined;
  return { code: `ERR_SSL_${reason.toUpperCase().replaceAll(/\W+/g, "_")}`, detail: reason };
}

function obstacleTo(url: URL, code: string, detail: string): Obstacle {
  const proxy = proxyOf(url);
  return proxy === undefined ? { kind: "connect", code, detail } : { kind: "proxy", proxy, detail };
}

/**
 * host:port of the proxy that `https_proxy`, `http_proxy` and `no_proxy` send a request to; the
 * variable's name where its value is no URL.
 */
function proxyOf(url: URL): string | undefined {
  try {
    // A value without a scheme may be read as one without a host: no proxy is used then.
    return getProxyUrl(url)?.host || undefined;
  } catch {
    return url.protocol === "https:" ? "https_proxy" : "http_proxy";
  }
}

/** Of several addresses tried in a row (happy eyeballs), Node gives the first one's code. */
function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The words of all addresses that were tried. */
function detailOf(error: Error): string {
  const failures = "errors" in error ? (error.errors as readonly Error[]) : [error];
  return failures.map(({ message }) => message).join("; ");
}
