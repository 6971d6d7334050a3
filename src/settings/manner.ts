import { asLogLine } from "../text/escape.ts";
import { createDoor, type Plain } from "../text/plain.ts";
import type { Inputs, InputSource } from "./inputs.ts";
import { boolean, labels, logins, oneOf, timeZone, webhook, wholeNumber } from "./parse.ts";
import { LANGUAGES, PRIVACY, SUMMARY_MODES, type Alerts, type Manner } from "./settings.ts";

/** GitHub gives 100 runs at a time, and one of them is the run that asks. */
export const MAX_HISTORY = 99;
/** Longer than any name that people give; the ledger line stays short. */
const MAX_IDENTITY_CHARS = 200;

/** What every door needs, the ones that never talk to the API included. */
export function readManner(source: InputSource, inputs: Inputs): Manner {
  const { optional } = inputs;
  const history = optional("history", 30, wholeNumber(0, MAX_HISTORY));
  return {
    pipeline: identity(source.input("pipeline")) || identity(`${source.workflow}/${source.job}`),
    history,
    scheduleTimeZone: optional("schedule-timezone", "UTC", timeZone),
    alerts: readAlerts(inputs, history),
    summary: optional("summary", "full", oneOf(SUMMARY_MODES)),
    privacy: optional("privacy", "auto", oneOf(PRIVACY)),
    language: optional("language", "en", oneOf(LANGUAGES)),
    timeZone: optional("timezone", "UTC", timeZone),
    githubToken: source.input("github-token"),
  };
}

function readAlerts({ optional, take }: Inputs, history: number): Alerts {
  const alerts = {
    failureIssue: optional("failure-issue", false, boolean),
    after: optional("alert-after", 1, wholeNumber(1, MAX_HISTORY)),
    labels: optional("issue-labels", [], labels),
    assignees: optional("issue-assignees", [], logins),
    notifyUrl: optional("notify-url", undefined, webhook),
    pingUrl: optional("ping-url", undefined, webhook),
  };
  // This run counts, and so many before it have to be known.
  const least = alerts.after - 1;
  if (history < least) {
    take("alert-after", { problem: { kind: "needs-at-least", other: "history", least } });
  }
  return alerts;
}

/**
 * The names under which a job tells that does a part of a pipeline: its own in the shipped workflow, and
 * the one that it has unless it is given another.
 */
export function namesOfJob(
  job: string,
  pipeline: string,
  { workflow }: InputSource,
): readonly Plain[] {
  return [identity(`${pipeline}/${job}`), identity(`${workflow}/${job}`)];
}

/**
 * The pipeline's name as every run writes and looks for it: what a log would change in it is changed
 * here, once, or a run would not find what the run before it left. Nothing is hidden in it: a door that
 * knows other secrets would know the pipeline by another name, and who names it tells it to everybody.
 */
export function identity(name: string): Plain {
  return unhiding(asLogLine(name), MAX_IDENTITY_CHARS);
}

const unhiding = createDoor((text) => text);
