import type { Blind } from "../../../src/preflight/sight.ts";
import type { Fact, Off } from "../../../src/preflight/check.ts";
import type { OwnFinding } from "../../../src/report/words/preflight-words.ts";
import type { Plain } from "../../../src/text/plain.ts";
import { DAY } from "../words/samples.ts";
import { HOSTILE } from "../words/failure-samples.ts";

/** Values for tables about preflights: by type, none of a closed union can be left out. */

type ByKind<T extends { kind: string }> = {
  readonly [K in T["kind"]]: readonly Omit<Extract<T, { kind: K }>, "kind">[];
};

const job = HOSTILE;

const findings: ByKind<OwnFinding> = {
  "workflow-missing": [{ branch: HOSTILE }, { branch: undefined }],
  "workflow-unreadable": [{}],
  "step-refused": [
    { job, inputs: ["max-drop"] },
    { job, inputs: ["api-url", "password"] },
  ],
  "workflow-off": [
    { state: "deleted" },
    { state: "disabled_fork" },
    { state: "disabled_inactivity" },
    { state: "disabled_manually" },
  ],
  "off-soon": [{ days: 0 }, { days: 1 }, { days: 14 }],
  "no-schedule": [{}],
  "cron-unreadable": [{ cron: HOSTILE }],
  "on-the-hour": [{ cron: "0 6 * * *" as Plain }],
  "zone-unknown": [{ zone: HOSTILE }],
  "zones-differ": [
    { beside: HOSTILE, told: "UTC", job },
    { beside: undefined, told: "America/Bahia", job },
  ],
  "zones-several": [
    {
      one: { cron: HOSTILE, zone: "UTC" },
      other: { cron: "17 6 * * *" as Plain, zone: "America/Bahia" },
      told: "UTC",
      job,
    },
  ],
  "not-permitted": [
    { job, lacks: ["checks: read"] },
    { job, lacks: ["contents: read", "actions: read", "checks: read", "issues: write"] },
  ],
  "permissions-unsaid": [
    { job, lacks: ["checks: read"], needs: ["contents: read", "checks: read"] },
  ],
  "time-too-short": [
    { job, minutes: 360, leastMinutes: 400, limit: { kind: "none" } },
    { job, minutes: 30, leastMinutes: 48, limit: { kind: "line" } },
    { job, minutes: 1000, leastMinutes: 1200, limit: { kind: "variable", name: HOSTILE } },
  ],
  "strangers-code": [{ job }],
  "other-runner": [{ job, labels: HOSTILE }],
  "issues-off": [{}],
  "not-delivered": [
    { input: "notify-url", why: { kind: "status", status: 404 } },
    { input: "ping-url", why: { kind: "redirect", status: 302 } },
    { input: "ping-url", why: { kind: "unreachable" } },
    { input: "notify-url", why: { kind: "no-answer" } },
    { input: "notify-url", why: { kind: "cancelled" } },
  ],
};

const facts: ByKind<Exclude<Fact, { kind: "healthy" | "logged-in" }>> = {
  valid: [{}],
  reached: [{}],
  trusted: [{}],
  file: [{ branch: HOSTILE }, { branch: undefined }],
  active: [{}],
  schedule: [{ next: { cron: HOSTILE, timeZone: undefined, nextAt: DAY } }],
  "one-zone": [{ zone: "America/Sao_Paulo" }],
  permitted: [{}],
  "time-enough": [{ minutes: 1000, leastMinutes: 48 }],
  "runs-on": [{ labels: HOSTILE }],
  "issues-on": [{}],
  delivered: [{}],
};

const blinds: Readonly<Record<Blind, true>> = {
  "no-address": true,
  "no-credentials": true,
  "not-reached": true,
  cancelled: true,
  "outside-actions": true,
  "no-token": true,
  "token-rejected": true,
  "no-contents": true,
  "no-actions": true,
  "github-in-trouble": true,
  "no-workflow": true,
  "no-job": true,
  "zone-unclear": true,
  "limit-unclear": true,
  "runner-unclear": true,
};
const offs: Readonly<Record<Off, true>> = {
  "plain-http": true,
  "no-health-page": true,
  "no-schedule": true,
  "no-need": true,
  "no-failure-issue": true,
  "not-set": true,
  "not-tested": true,
};

export const FINDINGS: readonly OwnFinding[] = listOf(findings);
export const FACTS: readonly Fact[] =
  listOf<Exclude<Fact, { kind: "healthy" | "logged-in" }>>(facts);
export const BLINDS = keys(blinds);
export const OFFS = keys(offs);

function listOf<T extends { kind: string }>(byKind: ByKind<T>): readonly T[] {
  return keys(byKind).flatMap((kind: T["kind"]) =>
    byKind[kind].map((rest) => ({ kind, ...rest }) as unknown as T),
  );
}

function keys<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record) as K[];
}
