import type { Delivery } from "../alerts/ports.ts";
import type { Alerts } from "../settings/settings.ts";
import { fine, judged, off, type Check, type Outcome } from "./check.ts";
import type { Tested } from "./ports.ts";

/** What became of the test messages to those who would be alerted. */
export function alertChecks({ notifyUrl, pingUrl }: Alerts, tested: Tested): readonly Check[] {
  return [
    { name: "notify-url", outcome: outcomeOf("notify-url", notifyUrl, tested.notify) },
    { name: "ping-url", outcome: outcomeOf("ping-url", pingUrl, tested.ping) },
  ];
}

function outcomeOf(
  input: "notify-url" | "ping-url",
  url: URL | undefined,
  delivery: Delivery | undefined,
): Outcome {
  if (url === undefined) return off("not-set");
  switch (delivery?.kind) {
    case undefined:
      return off("not-tested");
    case "delivered":
      return fine({ kind: "delivered" });
    case "not-delivered":
      return judged([{ kind: "not-delivered", input, why: delivery.why }], off("not-tested"));
  }
}
