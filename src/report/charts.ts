import type { History, PastRun } from "../pipeline/history.ts";
import type { LedgerEntry } from "../pipeline/ledger.ts";
import type { Chronicle } from "./chronicle.ts";
import { workOf, type Work } from "./pace.ts";
import { barChart, lineChart, type Chart } from "./pictures/chart.ts";
import type { Voice } from "./voice.ts";

/** Two weeks of a daily pipeline: more are too narrow on a phone. */
const MAX_RUNS = 14;
/** Fewer are read faster in words. */
const MIN_RUNS = 3;
const MINUTE_MS = 60_000;
/** From here on seconds have four digits. */
const IN_MINUTES_FROM_MS = 15 * MINUTE_MS;

/** A number that a run left, and what names the run on an axis. */
interface Point {
  readonly value: number;
  readonly at: Date;
  readonly run: number | undefined;
}

/** What changed over the last runs: each picture behind the sentence that says the same. */
export function chartsOf(chronicle: Chronicle, past: History, voice: Voice): readonly string[] {
  return [...durations(chronicle, past, voice), ...records(chronicle, past, voice)];
}

/** Of good runs that did all the work: one that resumed, or did other tasks, compares with none. */
function durations(chronicle: Chronicle, past: History, voice: Voice): readonly string[] {
  const { work } = chronicle;
  if (work === undefined) return [];
  const entries = lastEntries(chronicle, past).filter(({ entry }) => entry.result === "succeeded");
  const points = pointsOf(entries, (entry) => workMs(entry, work));
  const spread = points.map(({ value }) => value);
  const [leastMs, mostMs] = [Math.min(...spread), Math.max(...spread)];
  const unit = mostMs < IN_MINUTES_FROM_MS ? "seconds" : "minutes";
  const { charts } = chronicle.words.history;
  const chart = chartOf(charts.durationsTitle(work, unit), points, voice, (ms) =>
    tenths(ms / { seconds: 1000, minutes: MINUTE_MS }[unit]),
  );
  if (!chart) return [];
  const text = charts.durations({ work, runs: points.length, leastMs, mostMs }, voice);
  return [text, barChart(chart)];
}

/** Of every run that counted them, good or not; nothing while they stay the same. */
function records(chronicle: Chronicle, past: History, voice: Voice): readonly string[] {
  const points = pointsOf(lastEntries(chronicle, past), (entry) => entry.records);
  const counts = points.map(({ value }) => value);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const { charts } = chronicle.words.history;
  const chart = chartOf(charts.recordsTitle, points, voice, (count) => count);
  if (!chart || least === most) return [];
  const last = counts.at(-1) ?? most;
  const text = charts.records({ runs: points.length, least, most, last }, voice);
  return [text, lineChart(chart)];
}

type TellingRun = Omit<Point, "value"> & { readonly entry: LedgerEntry };

/** Newest first. */
function lastEntries(
  { entry, startedAt, runNumber }: Chronicle,
  { runs }: History,
): readonly TellingRun[] {
  const earlier = runs.flatMap((run: PastRun) =>
    run.entry ? [{ entry: run.entry, at: run.startedAt, run: run.number }] : [],
  );
  return [{ entry, at: startedAt, run: runNumber }, ...earlier];
}

/** Oldest first. */
function pointsOf(
  runs: readonly TellingRun[],
  valueOf: (entry: LedgerEntry) => number | undefined,
): readonly Point[] {
  return runs
    .flatMap(({ entry, ...rest }) => {
      const value = valueOf(entry);
      return value === undefined ? [] : [{ ...rest, value }];
    })
    .slice(0, MAX_RUNS)
    .toReversed();
}

function workMs({ scrapeSeconds, trainingSeconds }: LedgerEntry, work: Work): number | undefined {
  if (workOf(scrapeSeconds, trainingSeconds) !== work) return undefined;
  return ((scrapeSeconds ?? 0) + (trainingSeconds ?? 0)) * 1000;
}

/** `undefined` where there are too few runs, or no short names that tell them apart. */
function chartOf(
  title: string,
  points: readonly Point[],
  voice: Voice,
  shown: (value: number) => number,
): Chart | undefined {
  const namings = [
    points.map(({ at }) => voice.dayOfMonth(at)),
    points.map(({ run }) => (run === undefined ? "" : String(run))),
  ];
  const labels = namings.find((names) => new Set(names).size === names.length);
  if (points.length < MIN_RUNS || !labels) return undefined;
  return { title, labels, values: points.map(({ value }) => shown(value)) };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
