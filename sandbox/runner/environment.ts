import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CommandFiles } from "./command-files.ts";

/** What started the workflow: its name and the webhook's payload. */
export interface RunEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The folders of one job. */
export interface JobFolders {
  readonly home: string;
  readonly temp: string;
  readonly tools: string;
  readonly workspace: string;
}

/** Nothing listens there: whoever forgets to name a stand-in of GitHub never leaves the machine. */
const CLOSED_PORT_URL = "http://127.0.0.1:2";
export const SERVER_URL = "https://github.com";
export const OWNER = "bookshop";
export const REPOSITORY = `${OWNER}/pipelines`;
export const REPOSITORY_ID = "710004210";
export const OWNER_ID = "91204";
const ACTOR = "librarian";
const ACTOR_ID = "50417";
export const WORKFLOW_PATH = ".github/workflows/pipeline.yml";
export const SHA = "5f0c2a9d8e7b61403c2f9ab4e6d1075c8b3e92af";

const OS_NAMES: Readonly<Record<string, string>> = { darwin: "macOS", win32: "Windows" };

/** A person pressed "Run workflow", unless the caller says otherwise. */
export const MANUAL_RUN: RunEvent = {
  name: "workflow_dispatch",
  payload: {
    inputs: {},
    ref: "refs/heads/main",
    repository: {
      default_branch: "main",
      full_name: REPOSITORY,
      html_url: `${SERVER_URL}/${REPOSITORY}`,
      name: "pipelines",
      owner: { login: OWNER },
      private: true,
      visibility: "private",
    },
    sender: { login: ACTOR },
    workflow: WORKFLOW_PATH,
  },
};

/** Makes the folders of one job in `parent`. */
export async function createFolders(parent: string): Promise<JobFolders> {
  const folder = async (name: string) => {
    await mkdir(join(parent, name));
    return join(parent, name);
  };
  return {
    home: await folder("home"),
    temp: await folder("temp"),
    tools: await folder("tools"),
    workspace: await folder("workspace"),
  };
}

/** The variables that GitHub's runner gives to any step of a job, and nothing of the caller's. */
export async function jobEnvironment(
  folders: JobFolders,
  event: RunEvent,
  attempt: number,
): Promise<Record<string, string>> {
  const eventPath = join(folders.temp, "event.json");
  await writeFile(eventPath, JSON.stringify(event.payload, null, 2));
  return {
    CI: "true",
    HOME: folders.home,
    LANG: "C.UTF-8",
    PATH: process.env["PATH"] ?? "",
    GITHUB_ACTION: "__self",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION_REF: "",
    GITHUB_ACTION_REPOSITORY: "",
    GITHUB_ACTOR: ACTOR,
    GITHUB_ACTOR_ID: ACTOR_ID,
    GITHUB_API_URL: CLOSED_PORT_URL,
    GITHUB_BASE_REF: "",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_GRAPHQL_URL: `${CLOSED_PORT_URL}/graphql`,
    GITHUB_HEAD_REF: "",
    GITHUB_JOB: "pipeline",
    GITHUB_REF: "refs/heads/main",
    GITHUB_REF_NAME: "main",
    GITHUB_REF_PROTECTED: "false",
    GITHUB_REF_TYPE: "branch",
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_REPOSITORY_ID: REPOSITORY_ID,
    GITHUB_REPOSITORY_OWNER: OWNER,
    GITHUB_REPOSITORY_OWNER_ID: OWNER_ID,
    GITHUB_RETENTION_DAYS: "90",
    GITHUB_RUN_ATTEMPT: String(attempt),
    GITHUB_RUN_ID: "16588214930",
    GITHUB_RUN_NUMBER: "108",
    GITHUB_SERVER_URL: SERVER_URL,
    GITHUB_SHA: SHA,
    GITHUB_TRIGGERING_ACTOR: ACTOR,
    GITHUB_WORKFLOW: "daily",
    GITHUB_WORKFLOW_REF: `${REPOSITORY}/${WORKFLOW_PATH}@refs/heads/main`,
    GITHUB_WORKFLOW_SHA: SHA,
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_NAME: "GitHub Actions 7",
    RUNNER_OS: OS_NAMES[process.platform] ?? "Linux",
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.tools,
    RUNNER_WORKSPACE: folders.workspace,
  };
}

/** The variables of one step: its inputs, what an earlier step of the action saved, its files. */
export function stepEnvironment(
  inputs: Readonly<Record<string, string>>,
  state: Readonly<Record<string, string>>,
  files: CommandFiles,
): Record<string, string> {
  const environment: Record<string, string> = {
    GITHUB_ENV: files.env,
    GITHUB_OUTPUT: files.output,
    GITHUB_PATH: files.path,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
  };
  for (const [name, value] of Object.entries(inputs)) {
    environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] = value;
  }
  for (const [name, value] of Object.entries(state)) environment[`STATE_${name}`] = value;
  return environment;
}
