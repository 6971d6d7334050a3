/** How a team can put the workflows together, and what their jobs work. */
export interface Layout {
  /** In `.github/workflows/`. */
  readonly file: string;
  /** Each job of a run, in seconds. */
  readonly jobSeconds: (scrapeSeconds: number) => readonly number[];
  readonly runsAMonth: number;
}

/** A scrape of 1,000 books, by how long the shop takes for a page. Measured on 2026-11-22. */
export const SCRAPES = [
  { pageMs: 50, scrapeSeconds: 62 },
  { pageMs: 300, scrapeSeconds: 324 },
] as const;
/** Measured with it. */
export const TRAINING_SECONDS = 3;
/** Health, log-in, statistics and features; the features alone took 2.5 s. */
const READS_SECONDS = 3;
/** A question to GitHub. */
const LOOK_SECONDS = 2;

/** A variable that is read. */
const READ_FLEET_SECONDS = 1;

const FLEET = 3;
/** The longest month. */
const DAYS = 31;

const pipelineSeconds = (scrapeSeconds: number) => READS_SECONDS + scrapeSeconds + TRAINING_SECONDS;

export const LAYOUTS: readonly Layout[] = [
  {
    file: "pipeline.yml",
    jobSeconds: (scrapeSeconds) => [pipelineSeconds(scrapeSeconds)],
    runsAMonth: DAYS,
  },
  {
    file: "dag.yml",
    jobSeconds: (scrapeSeconds) => [
      READS_SECONDS + scrapeSeconds,
      READS_SECONDS + TRAINING_SECONDS,
      LOOK_SECONDS,
    ],
    runsAMonth: DAYS,
  },
  {
    file: "fleet.yml",
    jobSeconds: (scrapeSeconds) => [
      READ_FLEET_SECONDS,
      ...Array<number>(FLEET).fill(pipelineSeconds(scrapeSeconds)),
    ],
    runsAMonth: DAYS,
  },
  { file: "watch.yml", jobSeconds: () => [LOOK_SECONDS], runsAMonth: DAYS },
  { file: "preflight.yml", jobSeconds: () => [READS_SECONDS], runsAMonth: 1 },
];

/** Minutes a month that come with a plan, for private repositories on GitHub's own machines. */
export const PLANS = [
  { name: "Free", minutes: 2_000 },
  { name: "Pro, Team", minutes: 3_000 },
  { name: "Enterprise", minutes: 50_000 },
] as const;
