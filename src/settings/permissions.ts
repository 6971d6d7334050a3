/** What a job of a workflow may do, as its file says it. */
export type JobPermissions = "read-all" | "write-all" | Readonly<Record<string, string>>;

/**
 * What is not listed is not granted (docs.github.com, workflow syntax, `permissions`).
 *
 * @param need such as `checks: read`
 */
export function grants(permissions: JobPermissions, need: string): boolean {
  const [scope = "", level] = need.split(": ");
  switch (permissions) {
    case "write-all":
      return true;
    case "read-all":
      return level === "read";
    default:
      return permissions[scope] === "write" || permissions[scope] === level;
  }
}
