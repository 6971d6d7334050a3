import type { Door } from "../text/plain.ts";
import { openInputs, type InputSource } from "./inputs.ts";
import { boolean, wholeNumber, type Parser } from "./parse.ts";
import type { SettingsProblem } from "./settings.ts";
import { workflowFile } from "./workflow-file.ts";

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
/** More than a job may take on any runner, which is 5 days. */
const MAX_JOB_MINUTES = 100_000;

export function readPreflightInputs(
  source: InputSource,
  door: Door,
): PreflightInputs & { readonly problems: readonly SettingsProblem[] } {
  const { optional, problems } = openInputs(source, door, door);
  return {
    workflow: optional("workflow", "pipeline.yml", workflow),
    jobMinutes: optional<JobMinutes>("job-minutes", "unset", jobMinutes),
    testsAlerts: optional("test-alerts", false, boolean),
    problems,
  };
}

const workflow: Parser<string> = (text, door) =>
  text === SELF ? { value: text } : workflowFile(text, door);

const jobMinutes: Parser<JobMinutes> = (text, door) =>
  text === "untold" ? { value: text } : wholeNumber(1, MAX_JOB_MINUTES)(text, door);
