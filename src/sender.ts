import type { Sender } from "./http/send.ts";
import { clock } from "./runner/clock.ts";
import { linksOf } from "./runner/links.ts";
import type { AnyStep } from "./runner/step.ts";
import { userAgent } from "./runner/user-agent.ts";
import { VERSION } from "./version.ts";

/** What every request of a step has in common. */
export function senderFor({ environment, manner }: AnyStep): Omit<Sender, "cancelled"> {
  const { attempt } = linksOf(environment, manner.language);
  return { nowMs: clock.nowMs, userAgent: userAgent(VERSION, attempt) };
}
