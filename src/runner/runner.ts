import * as core from "@actions/core";
import type { InputSource } from "../settings/inputs.ts";
import type { Preset } from "../settings/presets.ts";
import { asLogLine } from "../text/escape.ts";
import { appendToCommandFile, asPairs } from "./command-file.ts";
import type { Environment } from "./environment.ts";

/** The runner as this action needs it: the only place that talks to it. */
export interface Runner {
  readonly inputs: InputSource;
  info(line: string): void;
  debug(line: string): void;
  annotate(level: "error" | "warning" | "notice", title: string, message: string): void;
  /** From here on the runner hides this text in the log. */
  mask(secret: string): void;
  /** @throws Error when they cannot be written, and then none of them is */
  setOutputs(values: Readonly<Record<string, string>>): void;
  /** @throws Error when it cannot be written, and then nothing of it is */
  writeSummary(markdown: string): void;
  /** What the main step saved; empty when it saved nothing. */
  state(name: string): string;
  /**
   * Hands a value to the post step.
   *
   * @throws Error when it cannot be written
   */
  saveState(name: string, value: string): void;
}

const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice } as const;

/** The inputs that nothing may show. */
export const SECRET_INPUTS = ["password", "github-token"] as const;
/** The inputs that hold an address which is a secret. */
export const SECRET_ADDRESSES = ["notify-url", "ping-url"] as const;

/** @param preset what the door has settled */
export function createRunner(environment: Environment, preset: Preset): Runner {
  // A log that nobody reads any more (EPIPE) or that cannot grow changes nothing about the run.
  process.stdout.on("error", () => {});
  return {
    inputs: {
      // White space at the ends of a password may belong to it.
      input: (name) => preset[name] ?? core.getInput(name, { trimWhitespace: name !== "password" }),
      workflow: environment.workflow,
      job: environment.job,
    },
    info: (line) => core.info(asLogLine(line)),
    debug: (line) => core.debug(asLogLine(line)),
    annotate: (level, title, message) => ANNOTATE[level](asLogLine(message), { title }),
    mask: core.setSecret,
    setOutputs: (values) => appendToCommandFile("GITHUB_OUTPUT", asPairs(values)),
    writeSummary: (markdown) => appendToCommandFile("GITHUB_STEP_SUMMARY", markdown),
    state: core.getState,
    saveState: (name, value) => appendToCommandFile("GITHUB_STATE", asPairs({ [name]: value })),
  };
}
