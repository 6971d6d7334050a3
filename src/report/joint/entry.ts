import type { FailureCode } from "../../pipeline/failure.ts";
import type { JobEntry, JointRun } from "../../pipeline/joint.ts";
import { known } from "../../pipeline/known.ts";
import type { LedgerEntry } from "../../pipeline/ledger.ts";
import type { TaskName } from "../../pipeline/names.ts";
import { resultOf, toldBy, type Verdict } from "../../pipeline/verdict.ts";
import { plannedWork, type Work } from "../pace.ts";
import type { Telling } from "../story.ts";

type Told = Exclude<Verdict, { readonly kind: "nothing-ran" }>;

const SECOND_MS = 1000;

/** What a run of many jobs leaves to the next ones: the numbers of all of its jobs in one line. */
export function jointEntryOf(
  { run, pipeline, attempt }: Telling & { readonly run: JointRun },
  verdict: Told,
): LedgerEntry {
  const entries = entriesOf(run);
  const first = <K extends keyof JobEntry>(member: K) =>
    entries.find((entry) => entry[member] !== undefined)?.[member];
  const { task, code } = causeOf(verdict);
  // A training compares with nothing: what it counted before is what the scrape had stored.
  const scraped = entries.find(({ records }) => records !== undefined) ?? entries[0];
  return known<LedgerEntry>({
    result: resultOf(verdict),
    pipeline,
    attempt,
    records: first("records"),
    before: scraped?.before,
    scrapeSeconds: first("scrapeSeconds"),
    trainingSeconds: first("trainingSeconds"),
    artifacts: first("artifacts"),
    failed: task,
    code,
    mode: undefined,
  });
}

/** Why it did not succeed, as far as that has a name. */
function causeOf(verdict: Told): {
  readonly task: TaskName | undefined;
  readonly code: FailureCode | undefined;
} {
  const unnamed = { task: undefined, code: undefined };
  switch (verdict.kind) {
    case "proved":
    case "no-work":
      return unnamed;
    case "untold":
      return { ...unnamed, code: verdict.failure.code };
    case "setback": {
      const { end } = verdict.job;
      if (end.kind === "told") return { task: end.told.entry.failed, code: end.told.entry.code };
      return verdict.result === "cancelled" ? { ...unnamed, code: "cancelled" } : unnamed;
    }
  }
}

/** What the jobs took in all. The time in which they waited for a runner is none of it. */
export function tookMsOf({ jobs }: JointRun): number {
  return jobs.reduce((sum, job) => sum + jobMs(toldBy(job)), 0);
}

/** As its output tells it; its line has the time of the long tasks alone. */
export function jobMs(told: ReturnType<typeof toldBy>): number {
  if (!told) return 0;
  const { scrapeSeconds = 0, trainingSeconds = 0 } = told.entry;
  return told.account?.tookMs ?? (scrapeSeconds + trainingSeconds) * SECOND_MS;
}

/** What it was to do: of a job that did not tell its tasks, both. */
export function workOfJobs({ jobs }: JointRun): Work | undefined {
  const accounts = jobs.map((job) => toldBy(job)?.account);
  if (accounts.includes(undefined)) return "both";
  return plannedWork(accounts.flatMap((account) => account?.tasks ?? []));
}

function entriesOf({ jobs }: JointRun): readonly JobEntry[] {
  return jobs.flatMap((job) => toldBy(job)?.entry ?? []);
}
