import { newRun, setback, type Run } from "../pipeline/run.ts";
import type { Check } from "./check.ts";
import { checksOf, type Subject } from "./checks.ts";
import { severityOf, type Finding, type Severity } from "./finding.ts";
import type { PreflightPorts } from "./ports.ts";

/** What a preflight came to: the part of a run that it made, and all that it looked at. */
export interface Preflight {
  readonly run: Run;
  readonly checks: readonly Check[];
}

/**
 * Looks at everything at once, so that what is wrong in one place hides nothing of another. It changes
 * nothing.
 */
export async function preflight(
  subject: Subject,
  ports: PreflightPorts,
  cancelled: AbortSignal,
): Promise<Preflight> {
  const [run, look, tested] = await Promise.all([ports.askApi(), ports.look(), ports.testAlerts()]);
  const checks = checksOf(subject, { run, look, tested });
  const whole = run ?? newRun(subject.now, []);
  return {
    run: cancelled.aborted ? cutOff(whole) : concluded(whole, findingsIn(checks, "error")),
    checks,
  };
}

export function findingsIn(checks: readonly Check[], severity: Severity): readonly Finding[] {
  return checks
    .flatMap(({ outcome }) => (outcome.kind === "found" ? outcome.findings : []))
    .filter((finding) => severityOf(finding) === severity);
}

/** The first error is the run's: what went wrong in a task the run knows itself. */
function concluded(run: Run, errors: readonly Finding[]): Run {
  const [first] = errors;
  if (first === undefined || first.kind === "api") return run;
  const problems = errors.flatMap((error) => (error.kind === "setting" ? [error.problem] : []));
  return { ...run, failure: { code: "settings-invalid", problems } };
}

function cutOff(run: Run): Run {
  if (setback(run)?.failure.code === "cancelled") return run;
  return { ...run, failure: { code: "cancelled", mayBeWorking: false } };
}
