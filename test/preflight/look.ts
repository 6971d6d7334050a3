import { checksOf, type Subject } from "../../src/preflight/checks.ts";
import type { CheckName, Outcome } from "../../src/preflight/check.ts";
import type { JobSeen, Look, RepositorySeen, ScheduleLine } from "../../src/preflight/ports.ts";
import { readSettings } from "../../src/settings/read.ts";
import { createDoor, type Plain } from "../../src/text/plain.ts";

/** A repository in which all is well; each test spoils what it is about. */

const door = createDoor((text) => text);
export const NOW = new Date("2026-11-25T12:00:00Z");
const HOME = { action: "acme/orquestra", workflow: "acme/books" };
export const USES = `acme/orquestra@${"0".repeat(40)}`;

export const LINE: ScheduleLine = {
  cron: "17 6 * * *" as Plain,
  timeZone: "America/Sao_Paulo" as Plain,
  nextAt: new Date("2026-11-26T09:17:00Z"),
};

export const JOB: JobSeen = {
  id: "daily" as Plain,
  runsOn: ["ubuntu-latest"],
  permissions: { actions: "read", checks: "read", issues: "write" },
  timeoutMinutes: "60",
  steps: [
    {
      uses: USES,
      with: {
        "api-url": "${{ vars.API_URL }}",
        username: "${{ secrets.API_USERNAME }}",
        password: "${{ secrets.API_PASSWORD }}",
        "failure-issue": "true",
        "schedule-timezone": "America/Sao_Paulo",
      },
    },
  ],
};

export const REPOSITORY: RepositorySeen = {
  isPublic: false,
  hasIssues: true,
  defaultBranch: "main" as Plain,
  pushedAt: new Date("2026-11-24T12:00:00Z"),
};

/** The first step of the job above, with other inputs. */
export function stepWith(inputs: Readonly<Record<string, string>>) {
  return [{ uses: USES, with: { ...JOB.steps[0]?.with, ...inputs } }];
}

export function lookOf({
  schedule = [LINE],
  jobs = [JOB],
  repository = REPOSITORY,
}: {
  readonly schedule?: readonly ScheduleLine[];
  readonly jobs?: readonly JobSeen[];
  readonly repository?: RepositorySeen;
} = {}): Look {
  return {
    repository: { kind: "seen", value: repository },
    file: { kind: "seen", value: { kind: "workflow", workflow: { schedule, jobs } } },
    state: { kind: "seen", value: "active" },
  };
}

/** A preflight with these inputs. */
export function subjectOf(
  inputs: Readonly<Record<string, string>> = {},
  change: Partial<Subject> = {},
): Subject {
  const all: Readonly<Record<string, string>> = {
    "api-url": "https://books.example.com",
    username: "etl",
    password: "a secret",
    "dry-run": "true",
    ...inputs,
  };
  const input = (name: string) => all[name] ?? "";
  const read = readSettings({ input, workflow: "w", job: "j" }, door);
  return {
    problems: read.kind === "valid" ? [] : read.problems,
    settings: read.kind === "valid" ? read.settings : read.manner,
    isEncrypted: true,
    jobMinutes: "unset",
    home: HOME,
    runner: "github-hosted",
    now: NOW,
    own: { input },
    door,
    ...change,
  };
}

/** What one check of a preflight came to. */
export function outcomeOf(
  name: CheckName,
  look: Look,
  subject: Subject = subjectOf(),
): Outcome | undefined {
  const checks = checksOf(subject, { run: undefined, look, tested: {} });
  return checks.find((check) => check.name === name)?.outcome;
}
