import { hostKindOf } from "../settings/host.ts";

/** A repository, and the host that it is on. */
export interface Target {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

const PUBLIC_HOST = "github.com";
/** What GitHub takes for the names of accounts and repositories. */
const NAME = /^[\w.-]{1,100}$/;

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
    const isSafe =
      url?.protocol === "https:" ||
      (url?.protocol === "http:" && hostKindOf(url.hostname) !== "public");
    return isSafe ? override.replace(/\/+$/, "") : undefined;
  }
  if (host === PUBLIC_HOST || host.endsWith(".ghe.com")) return `https://api.${host}`;
  return `https://${host}/api/v3`;
}

/**
 * The variables that may hold a token for this host, as `gh` has it. A token for github.com must not
 * go to whatever host a working copy names as its origin.
 */
export function tokenVariables({ host }: Target, override: string | undefined): readonly string[] {
  return override || host === PUBLIC_HOST || host.endsWith(".ghe.com")
    ? ["GH_TOKEN", "GITHUB_TOKEN"]
    : ["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"];
}

/** GitHub's page that makes a token, filled in with what is needed (and nothing more). */
export function tokenPage({ host, owner }: Target, environment: string | undefined): string {
  const query = new URLSearchParams({
    name: "Orquestra",
    target_name: owner,
    expires_in: "7",
    secrets: "write",
    actions_variables: "write",
    ...(environment === undefined ? {} : { environments: "write" }),
  });
  return `https://${host}/settings/personal-access-tokens/new?${query.toString()}`;
}
