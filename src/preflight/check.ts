import type { Plain } from "../text/plain.ts";
import type { Finding } from "./finding.ts";
import type { ScheduleLine } from "./ports.ts";
import type { Blind } from "./sight.ts";

/** Everything that a preflight looks at, in the order in which it is told. */
export const CHECKS = [
  "settings",
  "network",
  "tls",
  "health",
  "login",
  "workflow",
  "enabled",
  "schedule",
  "time-zone",
  "permissions",
  "job-time",
  "runner",
  "issues",
  "notify-url",
  "ping-url",
] as const;
export type CheckName = (typeof CHECKS)[number];

export interface Check {
  readonly name: CheckName;
  readonly outcome: Outcome;
}

export type Outcome =
  | { readonly kind: "fine"; readonly fact: Fact }
  | { readonly kind: "found"; readonly findings: Findings }
  /** It could not be looked at, which is no failure. */
  | { readonly kind: "unseen"; readonly why: Blind }
  /** There is nothing to look at. */
  | { readonly kind: "off"; readonly why: Off };

export type Findings = readonly [Finding, ...Finding[]];

/** What was seen where all is well. */
export type Fact =
  | { readonly kind: "valid" }
  | { readonly kind: "reached" }
  | { readonly kind: "trusted" }
  | { readonly kind: "healthy" }
  | { readonly kind: "logged-in" }
  | { readonly kind: "file"; readonly branch: Plain | undefined }
  | { readonly kind: "active" }
  | { readonly kind: "schedule"; readonly next: ScheduleLine & { readonly nextAt: Date } }
  | { readonly kind: "one-zone"; readonly zone: string }
  | { readonly kind: "permitted" }
  | { readonly kind: "time-enough"; readonly minutes: number; readonly leastMinutes: number }
  | { readonly kind: "runs-on"; readonly labels: Plain }
  | { readonly kind: "issues-on" }
  | { readonly kind: "delivered" };

/** Why there is nothing to look at. */
export type Off =
  | "plain-http"
  | "no-health-page"
  | "no-schedule"
  | "no-need"
  | "no-failure-issue"
  | "not-set"
  | "not-tested";

export function fine(fact: Fact): Outcome {
  return { kind: "fine", fact };
}

export function unseen(why: Blind): Outcome {
  return { kind: "unseen", why };
}

export function off(why: Off): Outcome {
  return { kind: "off", why };
}

/** What was found, or that all is well. */
export function judged(findings: readonly Finding[], otherwise: Outcome): Outcome {
  const [first, ...rest] = findings;
  return first ? { kind: "found", findings: [first, ...rest] } : otherwise;
}
