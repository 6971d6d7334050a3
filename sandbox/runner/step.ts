import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { runChild, type Exit } from "./child.ts";
import { createCommandFiles, readCommandFiles } from "./command-files.ts";
import { stepEnvironment } from "./environment.ts";
import { Interpreter } from "./interpreter.ts";
import type { Masker } from "./masker.ts";
import { StepLog, type Annotation } from "./step-log.ts";

/** One process of an action: its main part or its post part. */
export interface Step {
  readonly script: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Shown as warnings before the process starts. */
  readonly warnings: readonly string[];
  readonly cancel: AbortSignal | undefined;
  readonly onStart: ((child: ChildProcess) => void) | undefined;
}

/** What the steps of one job share. */
export interface Job {
  readonly temp: string;
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
  /** The caller's own variables: stronger than the runner's, and `undefined` takes one away. */
  readonly overrides: Readonly<Record<string, string | undefined>>;
  readonly masker: Masker;
  readonly onLine: (line: string) => void;
}

export interface StepRun {
  readonly exit: Exit;
  readonly failed: boolean;
  readonly lines: readonly string[];
  readonly raw: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly durationMs: number;
}

/** Runs one step and gathers what it left, through its output and through its command files. */
export async function runStep(step: Step, job: Job): Promise<StepRun> {
  const log = new StepLog(job.masker, job.onLine);
  const interpreter = new Interpreter(log, job.masker, job.overrides["RUNNER_DEBUG"] === "1");
  step.warnings.forEach((warning) => log.annotate("warning", warning));
  const files = await createCommandFiles(join(job.temp, "_runner_file_commands"));
  let raw = "";
  const startedAtMs = performance.now();
  const exit = await runChild({
    script: step.script,
    cwd: job.workspace,
    env: { ...job.env, ...stepEnvironment(step.inputs, step.state, files), ...job.overrides },
    onStart: step.onStart ?? (() => {}),
    onText: (text) => (raw += text),
    onLine: (line) => interpreter.accept(line),
    cancel: step.cancel,
  });
  const durationMs = performance.now() - startedAtMs;
  const summary = await readCommandFiles(files, interpreter, log, job.masker);
  const { masks, outputs, state } = interpreter;
  const { annotations, lines } = log;
  const failed = exit.exitCode !== 0 || log.failed;
  return { exit, failed, lines, raw, annotations, masks, outputs, state, summary, durationMs };
}
