import type { SettingsFinding } from "./review.ts";
import type { WorkflowFinding } from "./review-workflow.ts";

export type Finding = SettingsFinding | WorkflowFinding;

/** Whether a run could not do its work for it. */
export function isFatal({ kind }: Finding): boolean {
  switch (kind) {
    case "missing":
    case "address-refused":
    case "address-doubled":
    case "setting-refused":
    case "workflow-unreadable":
    case "action-missing":
    case "action-placeholder":
    case "value-unread":
    case "contents-missing":
    case "environment-unnamed":
    case "runner-outside":
      return true;
    case "address-of-docker":
    case "address-as-secret":
    case "password-as-variable":
    case "username-twice":
    case "unread":
    case "needless-plain-http":
    case "paused":
    case "action-unpinned":
    case "setting-unread":
    case "permissions-unstated":
    case "permission-missing":
    case "runner-own":
      return false;
  }
}
