import { weighJobs, type JobEntry, type JointRun } from "../../src/pipeline/joint.ts";
import type { Recollection } from "../../src/pipeline/ports.ts";
import { advance, newRun, type Run, type TaskEnd } from "../../src/pipeline/run.ts";
import type { TaskName } from "../../src/pipeline/names.ts";
import { createFormat } from "../../src/report/format.ts";
import type { JointStory } from "../../src/report/joint/story.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { WORDS } from "../../src/report/words/index.ts";
import { readToldRun } from "../../src/runner/told-run.ts";
import type { JobResult } from "../../src/settings/needs.ts";
import type { Language } from "../../src/settings/settings.ts";
import {
  door,
  DOWN,
  GOOD,
  LINKS,
  late,
  LOST,
  month,
  past,
  SHUT,
  STARTED,
  storyOf,
} from "./stories.ts";

/** Days of a pipeline whose jobs are told of together, without a runner. */

const TIME_ZONE = "America/Sao_Paulo";
const SCRAPE: readonly TaskName[] = ["health", "login", "baseline", "scrape", "gate"];
const TRAIN: readonly TaskName[] = ["login", "baseline", "train", "verify"];
const TOOK_MS = { scrape: 62_000, train: 4_100 } as const;

/** A job, GitHub's word for it, its output `run`, and its line. */
export type ToldJob = readonly [
  name: string,
  result: JobResult,
  about?: { readonly run?: string; readonly line?: JobEntry },
];

export interface JointDay {
  readonly jobs: readonly ToldJob[];
  readonly attempt?: number;
  readonly recollection?: Recollection;
  readonly failure?: JointRun["failure"];
}

/** The output `run` of a job whose tasks ended so. */
function runOf(tasks: readonly TaskName[], ends: readonly TaskEnd[], attempt = 1): string {
  let atMs = 0;
  const run = ends.reduce(
    (before: Run, end, index) => {
      const task = tasks[index] ?? "verify";
      const started = advance(before, { kind: "task-started", task, atMs });
      atMs += task === "scrape" || task === "train" ? TOOK_MS[task] : 200;
      return advance(started, { kind: "task-ended", task, atMs, end });
    },
    newRun(STARTED, tasks),
  );
  return outputsOf(storyOf(run, { attempt })).run;
}

const [, login, , , , trained, verified] = GOOD as readonly [
  TaskEnd,
  TaskEnd,
  TaskEnd,
  TaskEnd,
  TaskEnd,
  TaskEnd,
  TaskEnd,
];
const counted: TaskEnd = { kind: "proved", facts: { countedBefore: 1000 } };
const EMPTY_TRAINING: TaskEnd = {
  kind: "failed",
  failure: { code: "no-data", of: "artifacts" },
};

export const SCRAPED = runOf(SCRAPE, GOOD.slice(0, 5));
export const TRAINED = runOf(TRAIN, [login, counted, trained, verified]);
const good: readonly ToldJob[] = [
  ["scrape", "success", { run: SCRAPED }],
  ["train", "success", { run: TRAINED }],
];
const skipped: ToldJob = ["train", "skipped"];

export function jointStoryOf(
  { jobs, attempt = 1, recollection, failure }: JointDay,
  language: Language = "en",
  more: Partial<JointStory> = {},
): JointStory {
  const told = jobs.flatMap(([job, , about]) =>
    about?.line ? [{ startedAt: STARTED, entry: { ...about.line, pipeline: `daily/${job}` } }] : [],
  );
  const heard = jobs.map(([job, result, about]) => {
    return { job, result, told: readToldRun(about?.run, attempt) };
  });
  return {
    run: {
      jobs: weighJobs(heard, { told, attempt, namesOf: (job) => [`daily/${job}`] }),
      startedAt: STARTED,
      ...(recollection ? { recollection } : {}),
      ...(failure ? { failure } : {}),
    },
    history: 30,
    summary: "full",
    pipeline: door("daily"),
    attempt,
    runNumber: 130,
    retentionDays: 90,
    version: "1.0.0",
    startedBy: "schedule",
    timeZone: TIME_ZONE,
    scene: { hostKind: "public", runner: "github-hosted", links: LINKS },
    words: WORDS[language],
    format: createFormat(language, TIME_ZONE),
    ...more,
  };
}

function remembering(runs = month(), more: Partial<Recollection> = {}): Recollection {
  return { memory: { kind: "found", history: { runs, attempts: [] } }, ...more };
}

/** A day for each thing that can become of the jobs, by name. */
export const JOINT_DAYS: Readonly<Record<string, JointDay>> = {
  good: { jobs: good, recollection: remembering(month(), late(4)) },
  "scrape failed": {
    jobs: [["scrape", "failure", { run: runOf(SCRAPE, SHUT) }], skipped],
    recollection: remembering([past(1, DOWN), past(2, DOWN), ...month().slice(2)]),
  },
  "scrape unknown": {
    jobs: [["scrape", "failure", { run: runOf(SCRAPE, LOST) }], skipped],
    recollection: remembering(),
  },
  "train failed": {
    jobs: [
      ...good.slice(0, 1),
      ["train", "failure", { run: runOf(TRAIN, [login, counted, EMPTY_TRAINING]) }],
    ],
    recollection: remembering(),
  },
  "train again": {
    jobs: [
      ...good.slice(0, 1),
      ["train", "success", { run: runOf(TRAIN, [login, counted, trained, verified], 2) }],
    ],
    attempt: 2,
    recollection: remembering(),
  },
  cancelled: {
    jobs: [
      [
        "scrape",
        "cancelled",
        {
          run: runOf(SCRAPE, [
            ...GOOD.slice(0, 3),
            { kind: "failed", failure: { code: "cancelled", mayBeWorking: true } },
          ]),
        },
      ],
      skipped,
    ],
    recollection: remembering(),
  },
  "known by its line": {
    jobs: [
      [
        "scrape",
        "success",
        {
          line: { result: "succeeded", attempt: 1, records: 1000, before: 997, scrapeSeconds: 62 },
        },
      ],
      [
        "train",
        "failure",
        {
          line: {
            result: "failed",
            attempt: 1,
            failed: "train",
            code: "timed-out",
            trainingSeconds: 1800,
          },
        },
      ],
    ],
    recollection: remembering([]),
  },
  "nothing known": {
    jobs: [["scrape", "failure"], skipped],
    recollection: { memory: { kind: "unavailable", reason: "no-permission" } },
  },
  "green without proof": { jobs: [["build", "success"], ...good] },
  "failed afterwards": {
    jobs: [...good.slice(0, 1), ["train", "failure", { run: TRAINED }]],
    recollection: remembering(),
  },
  "skipped for no reason": { jobs: [...good.slice(0, 1), skipped] },
  "nothing ran": { jobs: [["scrape", "skipped"], skipped] },
  "settings wrong": {
    jobs: good,
    failure: { code: "settings-invalid", problems: [{ input: "needs", kind: "missing" }] },
  },
};
