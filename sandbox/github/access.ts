/** What a token may be allowed or not; every token may read the repository's metadata. */
export type Scope =
  | "actions"
  | "actions_variables"
  | "administration"
  | "checks"
  | "contents"
  | "environments"
  | "issues"
  | "secrets";
export type Level = "read" | "write";
export type Permissions = Readonly<Partial<Record<Scope, Level>>>;

/** Whoever sent a request: the token of a job, or the token of a person. */
export interface Access {
  readonly login: string;
  readonly kind: "installation" | "person";
  readonly permissions: Permissions;
}

/** What anyone may read of a public repository, without a token. */
export const PUBLIC: readonly Scope[] = ["actions", "checks", "contents", "issues"];

/** Whom GitHub names as the author of what a job's own token does. */
export const JOB_LOGIN = "github-actions[bot]";

export function allows({ permissions }: Access, scope: Scope, level: Level): boolean {
  return permissions[scope] === "write" || permissions[scope] === level;
}

/** The tokens that are known, by what comes after `token` or `bearer`. */
export class Tokens {
  readonly #tokens = new Map<string, Access>();

  /** Replaces what the token was allowed before. Without a person it is a job's own. */
  grant(token: string, permissions: Permissions, person?: string): void {
    const kind = person === undefined ? "installation" : "person";
    this.#tokens.set(token, { login: person ?? JOB_LOGIN, kind, permissions });
  }

  /** "none" without a header, "bad" for one that leads to no token. */
  accessOf(authorization: string | undefined): Access | "none" | "bad" {
    if (authorization === undefined) return "none";
    const [, token = ""] = /^(?:token|bearer) +(\S+)$/iu.exec(authorization) ?? [];
    return this.#tokens.get(token) ?? "bad";
  }
}
