import { longestMs } from "../pipeline/longest.ts";
import type { JobMinutes } from "../settings/preflight.ts";
import type { Door } from "../text/plain.ts";
import { fine, judged, unseen, off, type Check, type Outcome } from "./check.ts";
import type { Limit } from "./finding.ts";
import type { OurJob } from "./our-jobs.ts";

/** GitHub's own, where a job has no `timeout-minutes`. */
const DEFAULT_MINUTES = 360;
const MINUTE_MS = 60_000;

/** Whether each job of ours may take as long as its settings allow, so that they end it in order. */
export function jobTimeCheck(jobs: readonly OurJob[], jobMinutes: JobMinutes, door: Door): Check {
  const atWork = jobs.filter(({ steps }) => steps.some(({ works }) => works));
  const outcomes = atWork.map((job) => outcomeOf(job, jobMinutes, door));
  const findings = outcomes.flatMap((one) => (one.kind === "found" ? one.findings : []));
  const unclear = outcomes.find(({ kind }) => kind === "unseen");
  const [first] = outcomes;
  const nothing = jobs.length === 0 ? unseen("no-job") : off("no-need");
  return { name: "job-time", outcome: judged(findings, unclear ?? first ?? nothing) };
}

function outcomeOf({ seen, steps }: OurJob, jobMinutes: JobMinutes, door: Door): Outcome {
  const read = readLimit(seen.timeoutMinutes, jobMinutes, door);
  if (read === undefined) return unseen("limit-unclear");
  const { minutes, limit } = read;
  const neededMs = steps
    .filter(({ works }) => works)
    .reduce((sum, { settings }) => sum + longestMs(settings), 0);
  // Equal is not enough: the job has more to do than our steps.
  const leastMinutes = Math.floor(neededMs / MINUTE_MS) + 1;
  return minutes >= leastMinutes
    ? fine({ kind: "time-enough", minutes, leastMinutes })
    : judged(
        [{ kind: "time-too-short", job: seen.id, minutes, leastMinutes, limit }],
        unseen("limit-unclear"),
      );
}

/** `${{ fromJSON(vars.NAME || '60') }}`, as the shipped workflow has it. */
const VARIABLE_OR = /^\$\{\{\s*fromJSON\(\s*vars\.(\w+)\s*\|\|\s*'?(\d{1,6})'?\s*\)\s*\}\}$/i;

/** @returns `undefined` for an expression that only GitHub evaluates */
function readLimit(
  text: string | undefined,
  jobMinutes: JobMinutes,
  door: Door,
): { readonly minutes: number; readonly limit: Limit } | undefined {
  if (text === undefined) return { minutes: DEFAULT_MINUTES, limit: { kind: "none" } };
  if (/^\d+(\.\d+)?$/.test(text)) return { minutes: Number(text), limit: { kind: "line" } };
  const [, name, otherwise] = VARIABLE_OR.exec(text) ?? [];
  if (name === undefined || otherwise === undefined || jobMinutes === "untold") return undefined;
  const minutes = jobMinutes === "unset" ? Number(otherwise) : jobMinutes;
  return { minutes, limit: { kind: "variable", name: door(name) } };
}
