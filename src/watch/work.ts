import type { SeenLine, SeenRun } from "./sight.ts";

/** A run does both, or only one of them. */
export const HALVES = ["scrape", "train"] as const;
export type Half = (typeof HALVES)[number];

/** A line of a pipeline, and the run that left it. */
export interface Told {
  readonly run: SeenRun;
  readonly line: SeenLine;
}

export interface LastGood extends Told {
  /** What it is the last success of; absent where it did all that the pipeline does. */
  readonly half?: Half;
}

/**
 * The success by whose age a pipeline is judged. Where its runs do both halves, each has to be young
 * enough, whichever runs did them: a success of one half says nothing of the other.
 *
 * @param told all lines of one pipeline
 */
export function lastGoodIn(told: readonly Told[]): LastGood | undefined {
  const lasts = usualHalves(told).flatMap((half) => {
    const last = newest(told.filter(({ line }) => proves(line, half)));
    return last ? [{ ...last, half }] : [];
  });
  const [oldest] = lasts.toSorted((a, b) => endOf(a) - endOf(b));
  // Of lines that tell no half, each stands for all.
  if (oldest === undefined) return newest(told.filter(isSuccess));
  const { run, line } = oldest;
  const isWhole = lasts.length === HALVES.length && lasts.every((last) => last.line === line);
  return isWhole ? { run, line } : oldest;
}

/** Whether one line is of a run that did all of the work. */
export function didBoth(line: SeenLine): boolean {
  return HALVES.every((half) => secondsOf(line, half) !== undefined);
}

/**
 * What at least every other run that succeeded did. So a run that somebody starts by hand for one half,
 * or for both, changes nothing about what is expected of the others.
 */
function usualHalves(told: readonly Told[]): readonly Half[] {
  const successful = new Set(told.filter(isSuccess).map(({ run }) => run));
  const works = [...successful]
    .map((run) => {
      const lines = told.filter((one) => one.run === run).map(({ line }) => line);
      return HALVES.filter((half) => lines.some((line) => proves(line, half)));
    })
    .filter((halves) => halves.length > 0);
  return HALVES.filter((half) => {
    const did = works.filter((halves) => halves.includes(half)).length;
    return did > 0 && did * 2 >= works.length;
  });
}

/** A run whose training failed has scraped all the same: nothing is trained behind a gate that is shut. */
function proves(line: SeenLine, half: Half): boolean {
  if (secondsOf(line, half) === undefined) return false;
  const { result, failed } = line.entry;
  return (
    result === "succeeded" || (half === "scrape" && (failed === "train" || failed === "verify"))
  );
}

function secondsOf({ entry }: SeenLine, half: Half): number | undefined {
  return half === "scrape" ? entry.scrapeSeconds : entry.trainingSeconds;
}

function isSuccess({ line }: Told): boolean {
  return line.entry.result === "succeeded";
}

/** By when it ended: a run that ran again may be older than others, and its success newer. */
function newest(told: readonly Told[]): Told | undefined {
  return told.toSorted((a, b) => endOf(b) - endOf(a))[0];
}

function endOf({ line }: Told): number {
  return line.endedAt.getTime();
}
