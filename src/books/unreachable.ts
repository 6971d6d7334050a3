import type { Failure, TlsReason, UnreachableReason } from "../pipeline/failure.ts";
import type { Obstacle } from "../http/exchange.ts";
import type { Door } from "../text/plain.ts";

const HTTP_PORT = 80;
const HTTPS_PORT = 443;

const STALLED = { name: "name-service", connect: "no-answer", tls: "tls-stalled" } as const;

/** What stood in the way of a request, in the terms of the pipeline. */
export function unreachable(
  obstacle: Obstacle,
  url: URL,
  door: Door,
): { readonly failure: Failure; readonly hopeless: boolean } {
  const port = Number(url.port) || (url.protocol === "https:" ? HTTPS_PORT : HTTP_PORT);
  const address = door(`${url.hostname}:${port}`);
  const at = { host: door(url.hostname), address };
  switch (obstacle.kind) {
    case "certificate": {
      const { code, detail } = obstacle;
      const reason = tlsReason(code);
      return {
        failure: { code: "tls-untrusted", reason, address, detail: door(detail) },
        hopeless: true,
      };
    }
    case "certificate-wanted": {
      const detail = door(obstacle.detail);
      return {
        failure: { code: "tls-untrusted", reason: "client-certificate", address, detail },
        hopeless: true,
      };
    }
    case "stalled": {
      const reason = STALLED[obstacle.during];
      return {
        failure: { code: "api-unreachable", reason, ...at, detail: door("") },
        hopeless: false,
      };
    }
    case "proxy": {
      const detail = door(obstacle.detail);
      const proxy = door(obstacle.proxy);
      const failure = { code: "api-unreachable", reason: "proxy", ...at, proxy, detail } as const;
      return { failure, hopeless: false };
    }
    case "connect": {
      const reason = connectReason(obstacle.code);
      const detail = door(obstacle.detail);
      return {
        failure: { code: "api-unreachable", reason, ...at, detail },
        hopeless: reason === "unknown-host",
      };
    }
  }
}

function connectReason(code: string): UnreachableReason {
  switch (code) {
    case "ENOTFOUND":
      return "unknown-host";
    case "EAI_AGAIN":
      return "name-service";
    case "ECONNREFUSED":
      return "refused";
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "EADDRNOTAVAIL":
      return "no-route";
    case "ETIMEDOUT":
      return "no-answer";
    default:
      return "reset";
  }
}

/** OpenSSL's verification results and Node's own codes (nodejs.org/api/tls.html, "X509 certificate error codes"). */
function tlsReason(code: string): Exclude<TlsReason, "client-certificate"> {
  switch (code) {
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
    case "SELF_SIGNED_CERT_IN_CHAIN":
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
    case "UNABLE_TO_GET_ISSUER_CERT":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
      return "self-signed";
    case "CERT_HAS_EXPIRED":
    case "CERT_NOT_YET_VALID":
      return "expired";
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return "wrong-host";
    case "ERR_SSL_WRONG_VERSION_NUMBER":
    case "ERR_SSL_PACKET_LENGTH_TOO_LONG":
    case "EPROTO":
      return "not-tls";
    default:
      return "other";
  }
}
