import type { Language } from "../settings/settings.ts";
import type { WorkflowPages } from "../report/words/preflight-words.ts";
import { asLinkTarget } from "../text/escape.ts";
import type { Environment } from "./environment.ts";

const FAILURES: Readonly<Record<Language, string>> = {
  en: "failures.md",
  "pt-BR": "failures.pt-BR.md",
};

/** Pages of GitHub that this run's reports lead to; `undefined` outside of a repository. */
export interface RunLinks {
  readonly run: string | undefined;
  readonly attempt: string | undefined;
  readonly variables: string | undefined;
  readonly secrets: string | undefined;
  readonly workflow: string | undefined;
  readonly failures: string | undefined;
}

export function linksOf(environment: Environment, language: Language): RunLinks {
  const { serverUrl, repository, runId, attempt, action, workflowFile } = environment;
  const page = (path: string) => asLinkTarget(`${serverUrl}/${path}`);
  const own = repository && `${repository.owner}/${repository.name}`;
  const run = own && runId !== undefined ? page(`${own}/actions/runs/${runId}`) : undefined;
  const docs = `${action.repository}/blob/${action.ref}/docs/${FAILURES[language]}`;
  return {
    run,
    attempt: run === undefined ? undefined : `${run}/attempts/${attempt}`,
    variables: own === undefined ? undefined : page(`${own}/settings/variables/actions`),
    secrets: own === undefined ? undefined : page(`${own}/settings/secrets/actions`),
    workflow:
      workflowFile === undefined ? undefined : workflowPages(environment, workflowFile).file,
    failures: action.repository && action.ref ? page(docs) : undefined,
  };
}

/** Where people see the runs of a workflow, start one and enable it. */
export function workflowPage(
  { serverUrl, repository }: Environment,
  file: string,
): string | undefined {
  if (!repository) return undefined;
  const { owner, name } = repository;
  return asLinkTarget(`${serverUrl}/${owner}/${name}/actions/workflows/${file}`);
}

/** Where a workflow is looked at and changed. */
export function workflowPages(environment: Environment, file: string): WorkflowPages {
  const { serverUrl, repository } = environment;
  const page = (path: string) =>
    repository && asLinkTarget(`${serverUrl}/${repository.owner}/${repository.name}/${path}`);
  return {
    // GitHub leads HEAD to the default branch.
    file: page(`blob/HEAD/.github/workflows/${file}`),
    workflow: workflowPage(environment, file),
    features: page("settings#features"),
  };
}
