/** An assumption: to set a job up, fetch the action, and send its log and summary away at the end. */
export const JOB_OVERHEAD_SECONDS = 20;

const SECONDS_A_MINUTE = 60;

/**
 * What GitHub counts for one run: every job by itself, rounded up to whole minutes.
 *
 * @param jobSeconds what each job works, besides what every job needs
 */
export function minutesARun(jobSeconds: readonly number[]): number {
  return jobSeconds
    .map((seconds) => Math.ceil((seconds + JOB_OVERHEAD_SECONDS) / SECONDS_A_MINUTE))
    .reduce((sum, minutes) => sum + minutes, 0);
}
