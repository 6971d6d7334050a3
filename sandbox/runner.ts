import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Exit } from "./runner/child.ts";
import { createFolders, jobEnvironment, MANUAL_RUN, type RunEvent } from "./runner/environment.ts";
import { inputWarnings, readManifest, resolveInputs } from "./runner/manifest.ts";
import { Masker } from "./runner/masker.ts";
import { runStep, type Job, type StepRun } from "./runner/step.ts";
import type { Annotation } from "./runner/step-log.ts";

export type { Annotation, Exit, RunEvent };

export interface ActionOptions {
  /** The folder of action.yml: the repository's root, unless given. */
  readonly actionDir?: string;
  /** `with:`. Inputs that are left out get the defaults of action.yml. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Added to GitHub's variables and stronger than them; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What started the run: a person, unless given. */
  readonly event?: RunEvent;
  readonly attempt?: number;
  /** `github.token`. Masked, like `secrets`, from the start. */
  readonly token?: string;
  readonly secrets?: readonly string[];
  /** Cancels the step as GitHub does: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL; then post. */
  readonly signal?: AbortSignal;
  /** Hands out the main process, for a caller that sends signals of its own. */
  readonly onStart?: (child: ChildProcess) => void;
  /** Hears each line of the log at once. */
  readonly onLine?: (line: string) => void;
}

/** All that a step of an action left behind. */
export interface ActionRun extends Exit {
  /** A step also fails when it asked the runner for something impossible, whatever its exit code. */
  readonly outcome: "success" | "failure";
  /** As GitHub's log shows it: masked, commands carried out. The post step's lines come last. */
  readonly log: readonly string[];
  /** Both streams as they came, before anything was masked or carried out. */
  readonly raw: string;
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What the action asked to mask, in order. */
  readonly masks: readonly string[];
  readonly durationMs: number;
  /** How the post step ended, where the action has one. */
  readonly post?: Exit;
}

const REPOSITORY_ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Runs an action as one step of a job on GitHub's runner would, in folders that it then removes. */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  const job = await mkdtemp(join(tmpdir(), "orquestra-job-"));
  try {
    return await runIn(job, options);
  } finally {
    await rm(job, { recursive: true, force: true });
  }
}

async function runIn(jobFolder: string, options: ActionOptions): Promise<ActionRun> {
  const { actionDir = REPOSITORY_ROOT, token = "" } = options;
  const manifest = await readManifest(actionDir);
  const inputs = resolveInputs(manifest, options.inputs, token);
  const folders = await createFolders(jobFolder);
  const masker = new Masker();
  [token, ...(options.secrets ?? [])].forEach((secret) => masker.add(secret));
  const job: Job = {
    ...folders,
    env: await jobEnvironment(folders, options.event ?? MANUAL_RUN, options.attempt ?? 1),
    overrides: options.env ?? {},
    masker,
    onLine: options.onLine ?? (() => {}),
  };
  const script = (name: string) => resolve(actionDir, name);
  const main = await runStep(
    {
      script: script(manifest.runs.main),
      inputs,
      state: {},
      warnings: inputWarnings(manifest, options.inputs),
      cancel: options.signal,
      onStart: options.onStart,
    },
    job,
  );
  if (manifest.runs.post === undefined) return describe(main);
  // A cancelled job still runs its post steps, so these do not hear the caller's signal.
  const { state } = main;
  const post = { script: script(manifest.runs.post), inputs, state, warnings: [] };
  return describe(main, await runStep({ ...post, cancel: undefined, onStart: undefined }, job));
}

function describe(main: StepRun, post?: StepRun): ActionRun {
  const steps = post === undefined ? [main] : [main, post];
  return {
    ...main.exit,
    outcome: main.failed ? "failure" : "success",
    log: steps.flatMap((step) => step.lines),
    raw: steps.map((step) => step.raw).join(""),
    annotations: steps.flatMap((step) => step.annotations),
    outputs: main.outputs,
    state: main.state,
    summary: steps
      .map((step) => step.summary)
      .filter((summary) => summary !== "")
      .join("\n"),
    masks: steps.flatMap((step) => step.masks),
    durationMs: main.durationMs,
    ...(post === undefined ? {} : { post: post.exit }),
  };
}
