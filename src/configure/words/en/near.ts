import type { NearWords } from "../words.ts";

export const near: NearWords = {
  "api-unreachable": ({ reason, host, address, proxy }, { quote }) => {
    switch (reason) {
      case "unknown-host":
        return `This machine finds no host named ${quote(host)}`;
      case "name-service":
        return `This machine's name service (DNS) did not answer for ${quote(host)}`;
      case "refused":
        return `Nothing listens at ${quote(address)}: the connection was refused`;
      case "no-route":
        return `There is no route from this machine to ${quote(address)}`;
      case "no-answer":
        return `${quote(address)} does not answer at all, as if a firewall dropped every packet`;
      case "reset":
        return `${quote(address)} closed the connection at once`;
      case "tls-stalled":
        return `${quote(address)} accepted the connection, and then fell silent in the TLS handshake`;
      case "proxy":
        return `The proxy${proxy ? ` ${quote(proxy)}` : ""} of this machine did not let the request through to ${quote(address)}`;
    }
  },
  "tls-untrusted": ({ reason, address }, { quote }) => {
    switch (reason) {
      case "not-tls":
        return `${quote(address)} does not answer in TLS`;
      case "client-certificate":
        return `${quote(address)} lets in only those who show a certificate of their own`;
      case "self-signed":
      case "expired":
      case "wrong-host":
      case "other":
        return `${quote(address)} showed a certificate that this machine does not trust`;
    }
  },
  "timed-out": ({ timeoutMs }, { duration }) =>
    `No complete answer came within ${duration(timeoutMs)}`,
  "connection-lost": ({ during }) =>
    during === "headers" ? "It closed the connection without an answer" : "Its answer broke off",
};
