import { isPrivateWay } from "../settings/host.ts";

/** A repository, and the host that it is on. */
export interface Target {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

export const PUBLIC_HOST = "github.com";
/** What GitHub takes for the names of accounts and repositories. */
const NAME = /^(?!\.{1,2}$)[\w.-]{1,100}$/;

/** `OWNER/NAME`, `HOST/OWNER/NAME`, or the address of a repository. */
export function readTarget(text: string): Target | undefined {
  const parts = text.split("/");
  if (text.includes(":")) return readOrigin(text);
  return parts.length === 3
    ? targetOf(parts[0] ?? "", parts.slice(1).join("/"))
    : targetOf(PUBLIC_HOST, text);
}

/** An address as git has it for a remote: `https://…`, `ssh://…` or `git@HOST:OWNER/NAME.git`. */
export function readOrigin(text: string): Target | undefined {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? URL.parse(text) : undefined;
  if (url) return targetOf(url.hostname, url.pathname);
  const scp = /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/\/)(.+)$/.exec(text);
  return scp ? targetOf(scp[1] ?? "", scp[2] ?? "") : undefined;
}

function targetOf(hostname: string, path: string): Target | undefined {
  const [owner = "", name = "", ...more] = path
    .replace(/^\/+|\/+$/g, "")
    .replace(/\.git$/, "")
    .split("/");
  // ssh.github.com is GitHub's own way around firewalls that let nothing but port 443 out.
  const host = hostname.toLowerCase().replace(/^ssh\.(?=github\.com$)/, "");
  const isWhole = host !== "" && NAME.test(owner) && NAME.test(name) && more.length === 0;
  return isWhole ? { host, owner, name } : undefined;
}

/** GitHub takes names in any case. */
export function isSameRepository(one: Target, other: Target): boolean {
  const key = ({ host, owner, name }: Target) => `${host}/${owner}/${name}`.toLowerCase();
  return key(one) === key(other);
}

/**
 * Where a host answers to programs: github.com, a company's own part of ghe.com, or GitHub Enterprise
 * Server, without a slash at its end.
 *
 * @param override `GITHUB_API_URL`
 * @returns undefined for an override that is no address, or would send the token in clear
 */
export function apiUrlOf({ host }: Target, override: string | undefined): string | undefined {
  if (override) {
    const url = URL.parse(override);
    return url && isPrivateWay(url) ? url.href.replace(/\/+$/, "") : undefined;
  }
  if (host === PUBLIC_HOST || host.endsWith(".ghe.com")) return `https://api.${host}`;
  return `https://${host}/api/v3`;
}
