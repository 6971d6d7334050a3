import { fileURLToPath } from "node:url";
import { runAction } from "../sandbox/runner.ts";

/** An action that makes the pipeline's requests, with the inputs that lead it to the API. */
export interface Contestant {
  /** The folder of action.yml. */
  readonly folder: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What one run of a process cost. */
export interface Cost {
  /** From the start of the process until its streams are closed. */
  readonly wallMs: number;
  /** User and system. */
  readonly cpuMs: number;
  readonly peakMiB: number;
}

/** The end of a failed run's log says why; a stack trace may quote the whole bundle as one line. */
const MAX_LOG_CHARS = 2_000;

const REPORT_USAGE = fileURLToPath(new URL("usage.cjs", import.meta.url));

/**
 * Runs an action once in the runner's environment, which holds nothing of the caller's: no compile
 * cache and no token.
 *
 * @throws Error when the run does not succeed: what fails early is fast for nothing
 */
export async function costOf({ folder, inputs }: Contestant): Promise<Cost> {
  const run = await runAction({
    actionDir: folder,
    inputs,
    env: { NODE_OPTIONS: `--require ${JSON.stringify(REPORT_USAGE)}` },
  });
  if (run.outcome !== "success") {
    throw new Error(`${folder} failed:\n${run.log.join("\n").slice(-MAX_LOG_CHARS)}`);
  }
  return {
    wallMs: run.durationMs,
    cpuMs: outputOf(run.outputs, "bench-cpu-us") / 1000,
    peakMiB: outputOf(run.outputs, "bench-peak-kib") / 1024,
  };
}

function outputOf(outputs: Readonly<Record<string, string>>, name: string): number {
  const value = Number(outputs[name]);
  if (!Number.isFinite(value) || value <= 0)
    throw new Error(`the process did not tell its ${name}`);
  return value;
}
