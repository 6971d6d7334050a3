import type { Manner, Settings } from "./settings.ts";

/** Whether anybody is to hear of this run besides those who read its summary; of a dry run nobody is. */
export function hasAlerts({ alerts, dryRun }: Manner & Partial<Pick<Settings, "dryRun">>): boolean {
  const { failureIssue, notifyUrl, pingUrl } = alerts;
  return dryRun !== true && (failureIssue || notifyUrl !== undefined || pingUrl !== undefined);
}
