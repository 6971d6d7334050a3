import { setbackOf, toldBy } from "../../pipeline/verdict.ts";
import { jobMs } from "./entry.ts";
import type { JointChronicle } from "./story.ts";
import { seconds } from "../seconds.ts";

/** The door's outputs, by the names in its action.yml. An empty text is an output without a value. */
export const JOINT_OUTPUT_NAMES = [
  "result",
  "failed-task",
  "failure-code",
  "records",
  "records-before",
  "scrape-seconds",
  "training-seconds",
  "run",
] as const;
type JointOutputs = Readonly<Record<(typeof JOINT_OUTPUT_NAMES)[number], string>>;

export function jointOutputsOf(chronicle: JointChronicle): JointOutputs {
  const { entry } = chronicle;
  return {
    result: entry.result,
    "failed-task": entry.failed ?? "",
    "failure-code": entry.code ?? "",
    records: text(entry.records),
    "records-before": text(entry.before),
    "scrape-seconds": entry.scrapeSeconds?.toFixed(1) ?? "",
    "training-seconds": entry.trainingSeconds?.toFixed(1) ?? "",
    run: runJson(chronicle),
  };
}

/** Of a run in which every job was skipped there is nothing to hand on. */
export const NO_OUTPUTS: JointOutputs = {
  result: "",
  "failed-task": "",
  "failure-code": "",
  records: "",
  "records-before": "",
  "scrape-seconds": "",
  "training-seconds": "",
  run: "",
};

function text(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** Jobs that are told; a workflow of ours has two. */
const MAX_JOBS = 100;

/** The run as one line of JSON for a later step or job: no host, no path, no words of the API. */
function runJson({ entry, run, version, pipeline, startedAt, tookMs }: JointChronicle): string {
  return JSON.stringify({
    version,
    pipeline,
    attempt: entry.attempt,
    result: entry.result,
    failedTask: entry.failed,
    failureCode: entry.code,
    startedAt: startedAt.toISOString(),
    seconds: seconds(tookMs),
    jobs: run.jobs.slice(0, MAX_JOBS).map((job) => {
      const told = toldBy(job);
      return {
        name: job.name,
        state: job.end.kind === "skipped" ? "skipped" : (setbackOf(job) ?? "succeeded"),
        attempt: told?.entry.attempt,
        seconds: told && seconds(jobMs(told)),
      };
    }),
    facts: { before: entry.before, stored: entry.records, artifacts: entry.artifacts },
  });
}
