import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { weighJobs, type Heard, type JobEntry, type Told } from "../../src/pipeline/joint.ts";
import { RESULTS, TASK_NAMES } from "../../src/pipeline/names.ts";
import { verdictOf, type Verdict } from "../../src/pipeline/verdict.ts";
import { JOB_RESULTS, type JobResult } from "../../src/settings/needs.ts";

const AT = new Date("2026-11-22T09:21:00Z");
const SCRAPED: JobEntry = { result: "succeeded", attempt: 1, records: 1000, scrapeSeconds: 62 };
const TRAINED: JobEntry = { result: "succeeded", attempt: 1, artifacts: 3, trainingSeconds: 4 };
const FAILED: JobEntry = { result: "failed", attempt: 1, failed: "scrape", code: "api-error" };
const LOST: JobEntry = { result: "unknown", attempt: 1, failed: "scrape", code: "timed-out" };
const CANCELLED: JobEntry = {
  result: "cancelled",
  attempt: 1,
  failed: "scrape",
  code: "cancelled",
};

interface Case {
  readonly scrape?: readonly [JobResult, JobEntry?];
  readonly train?: readonly [JobResult, JobEntry?];
  /** The lines that GitHub has of this run, newest first: the job, and what it told. */
  readonly lines?: readonly (readonly [job: string, entry: JobEntry])[];
  readonly attempt?: number;
}

const GOOD_SCRAPE = ["success", SCRAPED] as const;
const GOOD_TRAIN = ["success", TRAINED] as const;

function jobsOf({ scrape = GOOD_SCRAPE, train = GOOD_TRAIN, lines = [], attempt = 1 }: Case) {
  const heard = [
    ["scrape", scrape],
    ["train", train],
  ] as const;
  return weighJobs(
    heard.map(([job, [result, entry]]): Heard => {
      const told: Told | undefined = entry && { entry };
      return { job, result, told };
    }),
    {
      attempt,
      told: lines.map(([job, entry]) => ({
        startedAt: AT,
        entry: { ...entry, pipeline: `DAG/${job}` },
      })),
      namesOf: (job) => [`books/${job}`, `DAG/${job}`],
    },
  );
}

/** `failed scrape told`: what it came to, the job that says so, and how it is known. */
function read(verdict: Verdict): string {
  return verdict.kind === "setback"
    ? `${verdict.result} ${verdict.job.name} ${verdict.job.end.kind}`
    : verdict.kind;
}

const CASES: readonly (readonly [string, Case, string])[] = [
  ["both proved their work", {}, "proved"],
  ["the scrape failed", { scrape: ["failure", FAILED], train: ["skipped"] }, "failed scrape told"],
  ["its answer was lost", { scrape: ["failure", LOST], train: ["skipped"] }, "unknown scrape told"],
  [
    "the training failed",
    { train: ["failure", { ...FAILED, failed: "train" }] },
    "failed train told",
  ],
  [
    "the scrape failed in a step that may fail",
    { scrape: ["success", FAILED] },
    "failed scrape told",
  ],
  [
    "somebody cancelled",
    { scrape: ["cancelled", CANCELLED], train: ["skipped"] },
    "cancelled scrape told",
  ],
  [
    "a job was cancelled after another had failed",
    { scrape: ["cancelled", CANCELLED], train: ["failure", FAILED] },
    "failed train told",
  ],
  ["a later step failed", { train: ["failure", TRAINED] }, "failed train spoiled"],
  ["a later step was cancelled", { train: ["cancelled", TRAINED] }, "cancelled train spoiled"],
  ["a green job left nothing", { scrape: ["success"] }, "unknown scrape silent"],
  ["a red job left nothing", { scrape: ["failure"], train: ["skipped"] }, "unknown scrape silent"],
  ["a cancelled job left nothing", { train: ["cancelled"] }, "cancelled train silent"],
  ["a job was skipped for no reason that is known", { train: ["skipped"] }, "failed train skipped"],
  ["a skipped job has something to say", { train: ["skipped", TRAINED] }, "failed train skipped"],
  ["every job was skipped", { scrape: ["skipped"], train: ["skipped"] }, "nothing-ran"],
  [
    "no job scraped or trained",
    {
      scrape: ["success", { result: "succeeded", attempt: 1 }],
      train: ["success", { result: "succeeded", attempt: 1 }],
    },
    "no-work",
  ],
  [
    "the ledger knows what no output told",
    {
      scrape: ["success"],
      train: ["success"],
      lines: [
        ["train", TRAINED],
        ["scrape", SCRAPED],
      ],
    },
    "proved",
  ],
  [
    "the ledger knows why a job failed",
    { scrape: ["failure"], train: ["skipped"], lines: [["scrape", FAILED]] },
    "failed scrape told",
  ],
  [
    "an output counts before a line",
    { scrape: ["failure", LOST], train: ["skipped"], lines: [["scrape", FAILED]] },
    "unknown scrape told",
  ],
  [
    "a line of another job says nothing",
    { scrape: ["failure"], train: ["skipped"], lines: [["other", FAILED]] },
    "unknown scrape silent",
  ],
  [
    "the training ran again, and the scrape was carried over",
    {
      scrape: ["success"],
      train: ["success"],
      lines: [
        ["train", { ...TRAINED, attempt: 2 }],
        ["scrape", SCRAPED],
      ],
      attempt: 2,
    },
    "proved",
  ],
  [
    "a job that ran again was killed: what it told before is not what it did",
    { scrape: ["failure"], train: ["skipped"], lines: [["scrape", FAILED]], attempt: 2 },
    "unknown scrape silent",
  ],
  [
    "a green job has only a red line of an earlier attempt",
    { scrape: ["success"], lines: [["scrape", FAILED]], attempt: 2 },
    "unknown scrape silent",
  ],
  [
    "the newest line counts",
    {
      scrape: ["success"],
      lines: [
        ["scrape", { ...FAILED, attempt: 2 }],
        ["scrape", SCRAPED],
      ],
      attempt: 2,
    },
    "failed scrape told",
  ],
];

describe("a run of many jobs", () => {
  test.each(CASES)("%s", (_, about, verdict) => {
    expect(read(verdictOf({ jobs: jobsOf(about), startedAt: AT }))).toBe(verdict);
  });

  test("that cannot be told is told as that, whatever its jobs did", () => {
    const failure = { code: "settings-invalid", problems: [] } as const;
    expect(verdictOf({ jobs: jobsOf({}), startedAt: AT, failure })).toEqual({
      kind: "untold",
      failure,
    });
  });

  const some = fc.record({
    result: fc.constantFrom(...JOB_RESULTS),
    told: fc.option(
      fc.record(
        {
          result: fc.constantFrom(...RESULTS),
          attempt: fc.integer({ min: 1, max: 3 }),
          records: fc.nat(),
          artifacts: fc.nat(),
          failed: fc.constantFrom(...TASK_NAMES),
        },
        { requiredKeys: ["result", "attempt"] },
      ),
      { nil: undefined },
    ),
  });

  test("is never proved by a job of which nothing proves it", () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), (jobs) => {
        const heard = jobs.map(({ result, told }, index): Heard => {
          return { job: `job-${index}`, result, told: told && { entry: told } };
        });
        const weighed = weighJobs(heard, { told: [], attempt: 3, namesOf: () => [] });
        const isProved = verdictOf({ jobs: weighed, startedAt: AT }).kind === "proved";
        const isProof = jobs.every(
          ({ result, told }) => result === "success" && told?.result === "succeeded",
        );
        expect([isProved, isProof]).not.toEqual([true, false]);
      }),
    );
  });
});
