import { asLinkTarget } from "../text/escape.ts";
import type { Environment } from "./environment.ts";

/** Pages of GitHub that this run's reports lead to; `undefined` outside of a repository. */
export interface RunLinks {
  readonly run: string | undefined;
  readonly attempt: string | undefined;
  readonly variables: string | undefined;
  readonly secrets: string | undefined;
  readonly failures: string | undefined;
}

export function linksOf({ serverUrl, repository, runId, attempt, action }: Environment): RunLinks {
  const page = (path: string) => asLinkTarget(`${serverUrl}/${path}`);
  const own = repository && `${repository.owner}/${repository.name}`;
  const run = own && runId !== undefined ? page(`${own}/actions/runs/${runId}`) : undefined;
  const docs = `${action.repository}/blob/${action.ref}/docs/failures.md`;
  return {
    run,
    attempt: run === undefined ? undefined : `${run}/attempts/${attempt}`,
    variables: own === undefined ? undefined : page(`${own}/settings/variables/actions`),
    secrets: own === undefined ? undefined : page(`${own}/settings/secrets/actions`),
    failures: action.repository && action.ref ? page(docs) : undefined,
  };
}
