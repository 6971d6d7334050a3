import type { Alerting } from "./alerting.ts";
import type { Sender } from "./http/send.ts";
import type { AnyStep } from "./runner/step.ts";
import { hasAlerts } from "./settings/alerts.ts";

/** Most runs alert nobody, and do without the code. */
export async function openWantedAlerting(
  step: AnyStep,
  sender: Omit<Sender, "cancelled">,
  cancelled: AbortSignal,
  isBeginning: boolean,
  parts: readonly string[] = [],
): Promise<Alerting | undefined> {
  if (!hasAlerts(step.manner)) return undefined;
  const { openAlerting } = await import("./alerting.ts");
  return openAlerting(step, sender, cancelled, isBeginning, parts);
}
