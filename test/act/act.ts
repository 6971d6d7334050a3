import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REPOSITORY } from "../../sandbox/runner/environment.ts";

/** A run of npm ci and of the pipeline takes a minute on a slow machine; a hang must still end. */
export const ACT_TIMEOUT_MS = 5 * 60_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** GitHub's API must not be asked from a test: nothing listens on port 1 of loopback. */
const NO_GITHUB = { url: "http://127.0.0.1:1", token: "" };

export interface Trigger {
  readonly event?: "workflow_dispatch" | "schedule";
  readonly inputs?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** A stand-in, and the job's token for it; without one, GitHub cannot be reached. */
  readonly github?: { readonly url: string; readonly token: string };
  /** What the workflow does otherwise, as act cannot do it. */
  readonly change?: (workflow: string) => string;
}

export interface WorkflowRun extends Told {
  readonly exitCode: number;
  /** What the jobs of a matrix told whose `environment` is this one. */
  readonly leg: (environment: string) => Told;
}

export interface Told {
  /** The steps of the workflow that ran, in their order, without those that only clean up. */
  readonly steps: readonly string[];
  readonly jobs: readonly string[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Messages of the error annotations. */
  readonly errors: readonly string[];
  /** What people read: act hides masked words in it, as GitHub does. */
  readonly log: string;
}

/** Runs a workflow of this repository under act, in host mode, with the checked-out action. */
export async function runWorkflow(file: string, trigger: Trigger): Promise<WorkflowRun> {
  const own = await mkdtemp(join(tmpdir(), "orquestra-act-"));
  const { github = NO_GITHUB } = trigger;
  try {
    const { exitCode, output } = await act([
      trigger.event ?? "workflow_dispatch",
      "--json",
      `--workflows=${await asActKnows(file, own, trigger.change)}`,
      // An image that is not mapped would be skipped, with exit code 0.
      "--platform=ubuntu-latest=-self-hosted",
      "--no-cache-server",
      `--action-cache-path=${join(own, "cache")}`,
      ...options("env", {
        GITHUB_API_URL: github.url,
        GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
        GITHUB_REPOSITORY: REPOSITORY,
        ...trigger.env,
      }),
      ...options("input", trigger.inputs),
      ...options("var", trigger.vars),
      ...options("secret", { GITHUB_TOKEN: github.token, ...trigger.secrets }),
    ]);
    const lines = linesOf(output);
    const leg = (environment: string) =>
      read(lines.filter(({ matrix }) => matrix?.environment === environment));
    return { exitCode, ...read(lines), leg };
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** GitHub's, and refused by act 0.2.89: a job that names an environment, and is no deployment. */
const UNKNOWN_TO_ACT = /^ +deployment: false\b.*\n/gm;

/** The workflow in a copy without the lines that act does not know. */
async function asActKnows(
  file: string,
  folder: string,
  change: Trigger["change"] = (workflow) => workflow,
): Promise<string> {
  const text = await readFile(`.github/workflows/${file}`, "utf8");
  const copy = join(folder, file);
  await writeFile(copy, change(text.replace(UNKNOWN_TO_ACT, "")));
  return copy;
}

function options(name: string, values: Readonly<Record<string, string>> = {}): string[] {
  return Object.entries(values).map(([key, value]) => `--${name}=${key}=${value}`);
}

function act(args: readonly string[]): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const limits = { timeout: ACT_TIMEOUT_MS, maxBuffer: MAX_OUTPUT_BYTES };
    execFile("act", args, limits, (error, stdout, stderr) => {
      const code = error?.code ?? 0;
      if (typeof code === "number") resolve({ exitCode: code, output: stdout });
      else reject(new Error(`act did not run: ${stderr}`, { cause: error }));
    });
  });
}

/** One line of act's JSON log; which members it has depends on what it tells. */
interface LogLine {
  readonly msg?: string;
  readonly command?: string;
  readonly arg?: string;
  readonly name?: string;
  readonly content?: string;
  readonly stage?: string;
  readonly step?: string;
  readonly stepResult?: string;
  readonly jobResult?: string;
  readonly job?: string;
  readonly matrix?: { readonly environment?: string };
}

function linesOf(output: string): readonly LogLine[] {
  return output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as LogLine);
}

function read(lines: readonly LogLine[]): Told {
  const commands = (name: string) => lines.filter(({ command }) => command === name);
  return {
    steps: lines
      .filter(({ stage, stepResult }) => stage === "Main" && stepResult !== undefined)
      .map(({ step, stepResult }) => `${step}: ${stepResult}`),
    jobs: lines.flatMap(({ jobResult }) => jobResult ?? []),
    summary: commands("summary")
      .map(({ content }) => content ?? "")
      .join("\n"),
    outputs: Object.fromEntries(
      commands("set-output").map(({ name, arg }) => [name ?? "", arg ?? ""]),
    ),
    log: lines.map(({ msg }) => msg ?? "").join("\n"),
    errors: commands("error").map(({ arg }) => arg ?? ""),
  };
}
