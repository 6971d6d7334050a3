/** How a step of a workflow uses this action. */
export type ActionUse =
  /** Out of the repository that the workflow is in. */
  | { readonly kind: "local"; readonly door: string }
  /** @property ref what stands behind the `@` */
  | { readonly kind: "remote"; readonly door: string; readonly ref: string };

/** Repositories by their full names, `OWNER/NAME`. */
export interface ActionHome {
  /** The one that this very action came from; `undefined` where that is not known. */
  readonly action: string | undefined;
  /** The one that the workflow is in; `undefined` where that is not known. */
  readonly workflow: string | undefined;
}

/** The root action, or `action/DOOR` behind it. */
const DOOR = String.raw`(?:\/(?:action\/([\w-]+)\/?)?)?`;
const LOCAL = new RegExp(`^\\.${DOOR}$`);
const REMOTE = new RegExp(`^([\\w.-]+\\/[\\w.-]+)${DOOR}@(.+)$`);
const OUR_NAME = "orquestra";

/**
 * This action, where a step uses it.
 *
 * @param uses of the step
 * @returns its door, which is empty for the root action; `undefined` for any other action
 */
export function actionUsed(
  uses: string | undefined,
  { action, workflow }: ActionHome,
): ActionUse | undefined {
  // A copy or a fork of it goes by another owner, and may have been given another name.
  const isOurs = (repository: string | undefined) =>
    repository !== undefined && [OUR_NAME, nameOf(action || OUR_NAME)].includes(nameOf(repository));
  const local = LOCAL.exec(uses ?? "");
  if (local) return isOurs(workflow) ? { kind: "local", door: local[1] ?? "" } : undefined;
  const [, repository, door = "", ref = ""] = REMOTE.exec(uses ?? "") ?? [];
  return isOurs(repository) ? { kind: "remote", door, ref } : undefined;
}

function nameOf(repository: string): string {
  return repository.slice(repository.indexOf("/") + 1).toLowerCase();
}
