import type { PreflightWords } from "../../preflight-words.ts";
import { alertFindings } from "./alerts.ts";
import { blinds } from "./blinds.ts";
import { jobFindings } from "./jobs.ts";
import { facts, offs } from "./seen.ts";
import { workflowFindings } from "./workflow.ts";

export const preflight: PreflightWords = {
  onlyThing: (headline) => `One thing must be put right: ${headline}`,
  toPutRight: (things, voice) => `${voice.count(things)} things must be put right`,
  apiReady: "The API is up and the log-in works",
  notMade: (checks, voice) =>
    `${voice.count(checks)} ${checks === 1 ? "check" : "checks"} could not be made`,
  worthALook: (things, voice) =>
    `${voice.count(things)} ${things === 1 ? "thing is" : "things are"} worth a look`,
  changedNothing: "A preflight looks at everything at once, and changes nothing.",
  columns: { check: "Check", seen: "What was seen" },
  checks: {
    settings: "Settings",
    network: "Network",
    tls: "TLS",
    health: "Health",
    login: "Log in",
    workflow: "Workflow file",
    enabled: "Workflow",
    schedule: "Schedule",
    "time-zone": "Time zone",
    permissions: "Permissions",
    "job-time": "Time limit",
    runner: "Runner",
    issues: "Failure issue",
    "notify-url": "Webhook",
    "ping-url": "Dead man's switch",
  },
  unseen: "not looked at",
  notLookedAt: "Not looked at:",
  blinds,
  offs,
  facts,
  findings: { ...workflowFindings, ...jobFindings, ...alertFindings },
  runAgain: "Run this check again",
};
