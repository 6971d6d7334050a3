import type { Alerting } from "./alerting.ts";
import { ALERT_TITLE } from "./alerts/unheard.ts";
import type { Sender } from "./http/send.ts";
import { internalError } from "./pipeline/internal-error.ts";
import type { AnyStep } from "./runner/step.ts";
import { hasAlerts } from "./settings/alerts.ts";

/** Most runs alert nobody, and do without the code. Never rejects: nothing waits for it while a run is on. */
export async function openWantedAlerting(
  step: AnyStep,
  sender: Omit<Sender, "cancelled">,
  cancelled: AbortSignal,
  isBeginning: boolean,
  parts: readonly string[] = [],
): Promise<Alerting | undefined> {
  if (!hasAlerts(step.manner)) return undefined;
  try {
    const { openAlerting } = await import("./alerting.ts");
    return openAlerting(step, sender, cancelled, isBeginning, parts);
  } catch (error) {
    step.runner.annotate("warning", ALERT_TITLE, internalError(error, step.door).detail);
    return undefined;
  }
}
