import type { HostKind } from "./settings.ts";

/** Whether nobody on the way can read what goes there: encrypted, or over no public network. */
export function isPrivateWay(url: URL): boolean {
  return (
    url.protocol === "https:" || (url.protocol === "http:" && hostKindOf(url.hostname) !== "public")
  );
}

/**
 * Where a host is, as far as its name tells. Private is what no router of the internet forwards:
 * RFC 1918, RFC 6598 (carrier NAT, Tailscale), RFC 3927 and RFC 4193/4291 (IPv6).
 *
 * @param hostname as `URL.hostname` gives it: lower case, IPv4 normalised, IPv6 in brackets.
 */
export function hostKindOf(hostname: string): HostKind {
  if (hostname.startsWith("[")) return ipv6Kind(hostname.slice(1, -1));
  const ipv4 = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(hostname);
  if (ipv4) return ipv4Kind(Number(ipv4[1]), Number(ipv4[2]));
  const name = hostname.replace(/\.$/, "");
  if (name === "localhost" || name.endsWith(".localhost")) return "loopback";
  // Its last label, `internal`, is nobody's on the internet (reserved by ICANN in 2024).
  if (name === "host.docker.internal") return "docker-host";
  return name.includes(".") ? "public" : "single-label";
}

function ipv4Kind(first: number, second: number): HostKind {
  if (first === 127 || first === 0) return "loopback";
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 100 && second >= 64 && second <= 127) ||
    (first === 169 && second === 254);
  return isPrivate ? "private" : "public";
}

function ipv6Kind(address: string): HostKind {
  if (address === "::1" || address === "::") return "loopback";
  const mapped = /^::ffff:([0-9a-f]{1,4}):[0-9a-f]{1,4}$/.exec(address);
  if (mapped?.[1]) {
    const high = Number.parseInt(mapped[1], 16);
    return ipv4Kind(high >> 8, high & 0xff);
  }
  return /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(address) ? "private" : "public";
}
