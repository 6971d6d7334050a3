import * as core from "@actions/core";
import type { InputSource } from "../settings/read.ts";
import { asLogLine } from "../text/escape.ts";
import type { Environment } from "./environment.ts";

/** The runner as this action needs it: the only place that talks to it. */
export interface Runner {
  readonly inputs: InputSource;
  info(line: string): void;
  debug(line: string): void;
  annotate(level: "error" | "warning" | "notice", title: string, message: string): void;
  /** From here on the runner hides this text in the log. */
  mask(secret: string): void;
  /** @throws Error when it cannot be written */
  setOutput(name: string, value: string): void;
  /** @throws Error when it cannot be written */
  writeSummary(markdown: string): Promise<void>;
  finish(succeeded: boolean): void;
}

const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice } as const;

/** The inputs that nothing may show. */
export const SECRET_INPUTS = ["password", "github-token"] as const;

export function createRunner(environment: Environment): Runner {
  // Until the run has proved its work, however it ends counts as failed.
  process.exitCode = core.ExitCode.Failure;
  // A log that nobody reads any more (EPIPE) changes nothing about the run.
  process.stdout.on("error", () => {});
  return {
    inputs: {
      // White space at the ends of a password may belong to it.
      input: (name) => core.getInput(name, { trimWhitespace: name !== "password" }),
      workflow: environment.workflow,
      job: environment.job,
    },
    info: (line) => core.info(asLogLine(line)),
    debug: (line) => core.debug(asLogLine(line)),
    annotate: (level, title, message) => ANNOTATE[level](asLogLine(message), { title }),
    mask: core.setSecret,
    setOutput(name, value) {
      // Without the file the toolkit falls back to a command that runners ignore since 2023.
      if (!process.env["GITHUB_OUTPUT"]) throw new Error("GITHUB_OUTPUT is not set");
      core.setOutput(name, value);
    },
    async writeSummary(markdown) {
      await core.summary.addRaw(markdown).write();
    },
    finish(succeeded) {
      process.exitCode = succeeded ? core.ExitCode.Success : core.ExitCode.Failure;
    },
  };
}
