import type { Door } from "../text/plain.ts";
import { openInputs, type InputSource } from "./inputs.ts";
import { boolean, malformed, wholeNumber, type Parser } from "./parse.ts";
import type { SettingsProblem } from "./settings.ts";

/** What only a preflight asks for. */
export interface PreflightInputs {
  /** The file of the workflow to look at, in `.github/workflows`; `self`: the one that this is. */
  readonly workflow: string;
  readonly jobMinutes: JobMinutes;
  /** Whether a test goes to those who would be alerted. */
  readonly testsAlerts: boolean;
}

/** What the variable holds that may limit the job; `untold` where nobody hands it over. */
export type JobMinutes = number | "unset" | "untold";

export const SELF = "self";
const FOLDER = ".github/workflows/";
/** More than a job may take on any runner, which is 5 days. */
const MAX_JOB_MINUTES = 100_000;

export function readPreflightInputs(
  source: InputSource,
  door: Door,
): PreflightInputs & { readonly problems: readonly SettingsProblem[] } {
  const { optional, problems } = openInputs(source, door, door);
  return {
    workflow: optional("workflow", "pipeline.yml", workflowFile),
    jobMinutes: optional<JobMinutes>("job-minutes", "unset", jobMinutes),
    testsAlerts: optional("test-alerts", false, boolean),
    problems,
  };
}

const jobMinutes: Parser<JobMinutes> = (text, door) =>
  text === "untold" ? { value: text } : wholeNumber(1, MAX_JOB_MINUTES)(text, door);

/** By its name or its path: GitHub has all of them in one folder. */
const workflowFile: Parser<string> = (text, door) => {
  const name = text.startsWith(FOLDER) ? text.slice(FOLDER.length) : text;
  return name === SELF || /^[\w.-]+\.ya?ml$/.test(name)
    ? { value: name }
    : malformed(text, "workflow-file", door);
};
