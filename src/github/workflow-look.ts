import { DEFAULT_ZONE } from "../pipeline/schedule.ts";
import {
  WORKFLOW_STATES,
  type FileSeen,
  type Look,
  type RepositorySeen,
  type WorkflowSeen,
  type WorkflowState,
} from "../preflight/ports.ts";
import type { Blind, Sight } from "../preflight/sight.ts";
import { timeZone } from "../settings/parse.ts";
import type { Door } from "../text/plain.ts";
import { nextRun } from "./cron.ts";
import { Refused, type Refusal } from "./refusal.ts";
import type { RepositoryReads } from "./repository.ts";
import { readWorkflow, type CronLine, type WorkflowFile } from "./workflow-file.ts";

/** Which workflow, by the name of its file. */
export interface WorkflowAsked {
  readonly file: string;
  /** The one that asks: GitHub has it for sure. */
  readonly own: string | undefined;
}

const FOLDER = ".github/workflows/";

/** What GitHub shows of a workflow and its repository: three looks, none of which rejects. */
export async function lookAtWorkflow(
  reads: RepositoryReads,
  asked: WorkflowAsked,
  door: Door,
  now: Date,
): Promise<Look> {
  const [repository, file, state] = await Promise.all([
    sight("github-in-trouble", () => repositorySeen(reads, door)),
    sight("no-contents", () => fileSeen(reads, asked, door, now)),
    sight("no-actions", () => stateSeen(reads, asked.file)),
  ]);
  return { repository, file, state };
}

/** Nothing could be looked at, for one reason. */
export function noLook(why: Blind): Look {
  const unseen = { kind: "unseen", why } as const;
  return { repository: unseen, file: unseen, state: unseen };
}

/** @param hidden what it means when GitHub shows nothing there */
async function sight<T>(hidden: Blind, look: () => Promise<T>): Promise<Sight<T>> {
  try {
    return { kind: "seen", value: await look() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: "unseen", why: blindOf(error.refusal, hidden) };
  }
}

function blindOf(refusal: Refusal, hidden: Blind): Blind {
  switch (refusal.kind) {
    case "token-rejected":
      return "token-rejected";
    case "not-permitted":
    case "not-found":
      return hidden;
    case "no-answer":
      return refusal.ending.kind === "cancelled" ? "cancelled" : "github-in-trouble";
    case "rate-limited":
    case "failed":
    case "conflict":
    case "invalid":
    case "moved":
    case "malformed":
      return "github-in-trouble";
  }
}

async function repositorySeen(reads: RepositoryReads, door: Door): Promise<RepositorySeen> {
  const { isPublic, hasIssues, defaultBranch, pushedAt } = await reads.repository();
  return { isPublic, hasIssues, defaultBranch: door(defaultBranch), pushedAt };
}

async function stateSeen(reads: RepositoryReads, file: string): Promise<WorkflowState> {
  const state = await reads.workflowState(file);
  const known = WORKFLOW_STATES.find((one) => one === state);
  if (known === undefined) {
    throw new Refused({ call: "workflow state", words: state, kind: "malformed" });
  }
  return known;
}

async function fileSeen(
  reads: RepositoryReads,
  { file, own }: WorkflowAsked,
  door: Door,
  now: Date,
): Promise<FileSeen> {
  const text = await textOf(reads, file);
  if (text === undefined) {
    // GitHub hides in the same way what a token may not see: then it hides the one that is there, too.
    if (own === undefined || own === file || (await textOf(reads, own)) === undefined) {
      throw new Refused({ call: "workflow file", words: "", kind: "not-found" });
    }
    return { kind: "missing" };
  }
  const workflow = await readWorkflow(text);
  if (workflow === undefined) return { kind: "unreadable" };
  return { kind: "workflow", workflow: await seen(workflow, door, now) };
}

async function textOf(reads: RepositoryReads, file: string): Promise<string | undefined> {
  try {
    return await reads.file(FOLDER + file);
  } catch (error) {
    if (error instanceof Refused && error.refusal.kind === "not-found") return undefined;
    throw error;
  }
}

async function seen(
  { schedule, jobs }: WorkflowFile,
  door: Door,
  now: Date,
): Promise<WorkflowSeen> {
  const lineOf = async ({ cron, timezone }: CronLine) => {
    const zone = timeZone(timezone ?? DEFAULT_ZONE, door);
    return {
      cron: door(cron),
      timeZone: timezone === undefined ? undefined : door(timezone),
      // In a zone that nobody knows the line itself may still be right.
      nextAt: await nextRun(cron, "value" in zone ? zone.value : DEFAULT_ZONE, now),
    };
  };
  return {
    schedule: await Promise.all(schedule.map(lineOf)),
    jobs: jobs.map((job) => ({ ...job, id: door(job.id) })),
  };
}
