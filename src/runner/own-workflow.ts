import { asLinkTarget } from "../text/escape.ts";
import type { WorkflowPages } from "../report/words/preflight-words.ts";
import type { Environment } from "./environment.ts";
import { workflowPage } from "./links.ts";

/** `OWNER/NAME/.github/workflows/pipeline.yml@refs/heads/main` */
const WORKFLOW_REF = /^([^/]+\/[^/]+)\/\.github\/workflows\/([^/@]+)@/;

/** The name of the file of the workflow that this run is of; `undefined` when it is another repository's. */
export function ownWorkflow({ repository }: Environment): string | undefined {
  const [, of, file] = WORKFLOW_REF.exec(process.env["GITHUB_WORKFLOW_REF"] ?? "") ?? [];
  return repository && of === `${repository.owner}/${repository.name}` ? file : undefined;
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
