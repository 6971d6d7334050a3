/** How the schedule that started a run kept its word. */
export interface Punctuality {
  /** The line of the workflow file that fired. */
  readonly cron: string;
  /** When the run was due. */
  readonly dueAt: Date;
  readonly lateMs: number;
  /** When else one was due since the schedule last started the workflow; oldest first. */
  readonly missedAt: readonly Date[];
  /** When the same line is due again. */
  readonly nextAt?: Date;
}

/** GitHub's own, where no `timezone` stands beside `cron`. */
export const DEFAULT_ZONE = "UTC";

const DAY_MS = 86_400_000;
/** GitHub disables the schedules of a public repository that nobody has been active in for so long. */
const INACTIVITY_DAYS = 60;
const WARNING_DAYS = 14;

/**
 * In how many days GitHub disables the schedule, once that is near; 0 when it may happen any time.
 *
 * @param pushedAt of a public repository; what else counts as activity, GitHub does not say
 */
export function disabledInDays(pushedAt: Date, now: Date): number | undefined {
  const idleDays = Math.floor((now.getTime() - pushedAt.getTime()) / DAY_MS);
  const left = Math.max(0, INACTIVITY_DAYS - idleDays);
  return left <= WARNING_DAYS ? left : undefined;
}
