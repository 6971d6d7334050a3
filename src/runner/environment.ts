/** What the runner says of the run, in the variables that GitHub documents for every step. */
export interface Environment {
  readonly repository: { readonly owner: string; readonly name: string } | undefined;
  readonly serverUrl: string;
  /** Of GitHub's REST API, without a slash at its end. */
  readonly apiUrl: string;
  /** The commit that the run is of. */
  readonly sha: string;
  readonly runId: number | undefined;
  /** From 1. */
  readonly attempt: number;
  /** Counts the runs of the workflow from 1. */
  readonly runNumber: number | undefined;
  /** How long GitHub keeps the repository's runs. */
  readonly retentionDays: number | undefined;
  readonly workflow: string;
  /** The name of its file in `.github/workflows`; `undefined` when that is in another repository. */
  readonly workflowFile: string | undefined;
  readonly job: string;
  /** The name of this step among those of its job. */
  readonly step: string;
  /** A folder that is emptied after the job. */
  readonly temp: string | undefined;
  readonly event: string;
  readonly runner: "github-hosted" | "self-hosted" | "unknown";
  /** The repository and the reference that the action itself was taken from. */
  readonly action: { readonly repository: string; readonly ref: string };
}

/** `OWNER/NAME/.github/workflows/pipeline.yml@refs/heads/main` */
const WORKFLOW_REF = /^([^/]+\/[^/]+)\/\.github\/workflows\/([^/@]+)@/;

export function readEnvironment(env: Readonly<NodeJS.ProcessEnv>): Environment {
  const [owner, name] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
  const kind = env["RUNNER_ENVIRONMENT"];
  const [, home, workflowFile] = WORKFLOW_REF.exec(env["GITHUB_WORKFLOW_REF"] ?? "") ?? [];
  return {
    repository: owner && name ? { owner, name } : undefined,
    serverUrl: env["GITHUB_SERVER_URL"] || "https://github.com",
    apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
    sha: env["GITHUB_SHA"] ?? "",
    runId: wholeNumber(env["GITHUB_RUN_ID"]),
    attempt: wholeNumber(env["GITHUB_RUN_ATTEMPT"]) ?? 1,
    runNumber: wholeNumber(env["GITHUB_RUN_NUMBER"]),
    retentionDays: wholeNumber(env["GITHUB_RETENTION_DAYS"]),
    workflow: env["GITHUB_WORKFLOW"] ?? "workflow",
    workflowFile: home === env["GITHUB_REPOSITORY"] ? workflowFile : undefined,
    job: env["GITHUB_JOB"] ?? "job",
    step: env["GITHUB_ACTION"] ?? "step",
    temp: env["RUNNER_TEMP"] || undefined,
    event: env["GITHUB_EVENT_NAME"] ?? "",
    runner: kind === "github-hosted" || kind === "self-hosted" ? kind : "unknown",
    action: {
      // Empty when the workflow runs the action out of its own repository (`uses: ./`).
      repository: env["GITHUB_ACTION_REPOSITORY"] || (env["GITHUB_REPOSITORY"] ?? ""),
      ref: env["GITHUB_ACTION_REF"] || (env["GITHUB_SHA"] ?? ""),
    },
  };
}

/** Where this run stands on GitHub; `undefined` when it does not. */
export function placeOf({ serverUrl, repository, runId, sha }: Environment) {
  if (!repository || runId === undefined) return undefined;
  const { owner, name } = repository;
  return {
    owner,
    repository: name,
    runId,
    runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${runId}`,
    sha,
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
