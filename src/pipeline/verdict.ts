import type { Failure } from "./failure.ts";
import type { Job, JointRun, Told } from "./joint.ts";
import type { Result } from "./names.ts";

/** What a run of many jobs came to. */
export type Verdict =
  /** Every job proved its work, and one of them scraped or trained. */
  | { readonly kind: "proved" }
  /** A job did not. */
  | { readonly kind: "setback"; readonly result: Setback; readonly job: Job }
  /** Every job succeeded, but none of them did what a pipeline is for. */
  | { readonly kind: "no-work" }
  /** Every job was skipped: there is nothing to tell of. */
  | { readonly kind: "nothing-ran" }
  | { readonly kind: "untold"; readonly failure: Failure };

type Setback = Exclude<Result, "succeeded">;

/** Never `proved` while there is a job of which nothing proves that it did its work. */
export function verdictOf({ jobs, failure }: JointRun): Verdict {
  if (failure) return { kind: "untold", failure };
  if (jobs.every(({ end }) => end.kind === "skipped")) return { kind: "nothing-ran" };
  const setbacks = jobs.flatMap((job) => {
    const result = setbackOf(job);
    return result === undefined ? [] : [{ kind: "setback", result, job } as const];
  });
  // Jobs are skipped for another one's sake, and cancelled with all others: the reason is elsewhere.
  const [worst] = setbacks.toSorted((a, b) => weightOf(b) - weightOf(a));
  if (worst) return worst;
  return jobs.some(didWork) ? { kind: "proved" } : { kind: "no-work" };
}

export function resultOf(verdict: Exclude<Verdict, { readonly kind: "nothing-ran" }>): Result {
  switch (verdict.kind) {
    case "proved":
      return "succeeded";
    case "setback":
      return verdict.result;
    case "no-work":
    case "untold":
      return "failed";
  }
}

/** What its action told, where it told anything. */
export function toldBy({ end }: Job): Told | undefined {
  return end.kind === "told" || end.kind === "spoiled" ? end.told : undefined;
}

/** How a job fell short; `undefined` where it did not. */
export function setbackOf({ end }: Job): Setback | undefined {
  switch (end.kind) {
    case "told": {
      const { result } = end.told.entry;
      return result === "succeeded" ? undefined : result;
    }
    case "spoiled":
      return end.result;
    case "silent":
      return end.result === "cancelled" ? "cancelled" : "unknown";
    case "skipped":
      return "failed";
  }
}

type Weight = 1 | 2 | 3;

function weightOf({ result, job }: { readonly result: Setback; readonly job: Job }): Weight {
  if (job.end.kind === "skipped") return 1;
  return result === "cancelled" ? 2 : 3;
}

function didWork(job: Job): boolean {
  const { records, artifacts } = toldBy(job)?.entry ?? {};
  return records !== undefined || artifacts !== undefined;
}
