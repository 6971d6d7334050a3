import type { Options } from "./options.ts";
import { PUBLIC_HOST, type Target } from "./target.ts";

/** How to come by a token that may do what was asked, and nothing more. */
export interface TokenAdvice {
  /** As GitHub names them in its headers and on the page: `secrets=write`. */
  readonly permissions: readonly string[];
  /** GitHub's page that makes a fine-grained token, filled in with them. */
  readonly page: string;
}

type Asked = Pick<Options, "task" | "environment" | "startsPreflight">;

export function tokenAdvice({ host, owner }: Target, asked: Asked): TokenAdvice {
  const permissions = permissionsFor(asked);
  const query = new URLSearchParams({
    name: "Orquestra",
    target_name: owner,
    expires_in: "7",
    ...permissions,
  });
  return {
    permissions: Object.entries(permissions).map(([scope, level]) => `${scope}=${level}`),
    page: `https://${host}/settings/personal-access-tokens/new?${query.toString()}`,
  };
}

function permissionsFor({ task, environment, startsPreflight }: Asked): Record<string, string> {
  const level = task === "check" ? "read" : "write";
  return {
    actions_variables: level,
    secrets: level,
    ...(environment === undefined ? {} : { environments: level }),
    // The workflow file on the default branch.
    ...(task === "check" ? { contents: "read" } : {}),
    ...(startsPreflight ? { actions: "write" } : {}),
  };
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

/** Whether it can stand in a header: what was copied with a line break in it cannot. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
