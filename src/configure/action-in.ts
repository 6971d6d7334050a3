/** How a step uses this action: `./` in Orquestra's own repository and in its forks. */
export type Action =
  | { readonly kind: "local" }
  /** @property ref what stands behind the `@` */
  | { readonly kind: "remote"; readonly ref: string };

/**
 * This action, if a step uses it, or one of its doors.
 *
 * @param orquestra `OWNER/NAME` of the one that lies here, whatever its fork is called
 */
export function actionIn(
  uses: string | undefined,
  orquestra: string | undefined,
): Action | undefined {
  if (uses === undefined) return undefined;
  if (/^\.\/?$|^\.\/action\//.test(uses)) return { kind: "local" };
  const [, repository = "", ref = ""] = /^([\w.-]+\/[\w.-]+)(?:\/[^@]*)?@(.+)$/.exec(uses) ?? [];
  const isOurs =
    repository.toLowerCase() === orquestra?.toLowerCase() || /\/orquestra$/i.test(repository);
  return isOurs ? { kind: "remote", ref } : undefined;
}
