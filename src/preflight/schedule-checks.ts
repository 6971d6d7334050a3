import { DEFAULT_ZONE } from "../pipeline/schedule.ts";
import { timeZone } from "../settings/parse.ts";
import type { Door, Plain } from "../text/plain.ts";
import { fine, judged, off, unseen, type Check, type Outcome } from "./check.ts";
import type { Finding } from "./finding.ts";
import type { OurJob, Zone } from "./our-jobs.ts";
import type { ScheduleLine } from "./ports.ts";

/** Whether the schedule can be read, and whether the action is told of its time zone as it is. */
export function scheduleChecks(
  schedule: readonly ScheduleLine[],
  jobs: readonly OurJob[],
  door: Door,
): readonly Check[] {
  return [
    { name: "schedule", outcome: scheduleOutcome(schedule) },
    { name: "time-zone", outcome: zoneOutcome(schedule, jobs, door) },
  ];
}

function scheduleOutcome(schedule: readonly ScheduleLine[]): Outcome {
  if (schedule.length === 0) return judged([{ kind: "no-schedule" }], off("no-schedule"));
  const findings = schedule.flatMap(({ cron, nextAt }): readonly Finding[] => {
    if (nextAt === undefined) return [{ kind: "cron-unreadable", cron }];
    return isOnTheHour(cron) ? [{ kind: "on-the-hour", cron }] : [];
  });
  const [next] = schedule
    .flatMap((line) => (line.nextAt ? [{ ...line, nextAt: line.nextAt }] : []))
    .toSorted((a, b) => a.nextAt.getTime() - b.nextAt.getTime());
  return judged(findings, next ? fine({ kind: "schedule", next }) : off("no-schedule"));
}

/** Whether one of the minutes that a line names is the first; a line of steps has others as well. */
function isOnTheHour(cron: string): boolean {
  const [minutes = ""] = cron.trim().split(/\s+/);
  return minutes.split(",").some((minute) => /^0+$/.test(minute));
}

function zoneOutcome(
  schedule: readonly ScheduleLine[],
  jobs: readonly OurJob[],
  door: Door,
): Outcome {
  if (schedule.length === 0) return off("no-schedule");
  if (jobs.length === 0) return unseen("no-job");
  const lines = schedule.map(({ cron, timeZone: beside }) => {
    const zone = timeZone(beside ?? DEFAULT_ZONE, door);
    return { cron, beside, zone: "value" in zone ? zone.value : undefined };
  });
  // That UTC is unknown does not happen.
  const unknown = lines.flatMap(({ beside, zone }) =>
    zone === undefined && beside !== undefined ? [beside] : [],
  );
  const known = lines.flatMap(({ zone, ...line }) =>
    zone === undefined ? [] : [{ ...line, zone }],
  );
  const [one] = known;
  const other = known.find(({ zone }) => zone !== one?.zone);
  // Where lines differ, only what follows the line that fires can be right, and no preflight sees that.
  const told = jobs.flatMap(zoneTold).filter(({ zone }) => zone.isFixed || other === undefined);
  const findings = told.flatMap(({ zone: { name }, job }): readonly Finding[] => {
    if (one === undefined) return [];
    if (other) return [{ kind: "zones-several", one, other, told: name, job }];
    return name === one.zone ? [] : [{ kind: "zones-differ", beside: one.beside, told: name, job }];
  });
  return judged(
    [
      ...[...new Set(unknown)].map((zone) => ({ kind: "zone-unknown", zone }) as const),
      ...findings,
    ],
    told.length === 0 || one === undefined
      ? unseen("zone-unclear")
      : fine({ kind: "one-zone", zone: one.beside ?? DEFAULT_ZONE }),
  );
}

/** What the first step of ours in a job that says so takes the time zone for. */
function zoneTold({
  seen,
  steps,
}: OurJob): readonly { readonly zone: Zone; readonly job: Plain }[] {
  const zone = steps.map((step) => step.zone).find((one) => one !== undefined);
  return zone === undefined ? [] : [{ zone, job: seen.id }];
}
