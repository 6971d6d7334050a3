import type { PastRun } from "../pipeline/history.ts";
import type { Plain } from "../text/plain.ts";
import type { SeenLine, SeenRun } from "./sight.ts";
import { didBoth, lastGoodIn, type LastGood, type Told } from "./work.ts";

/** What the runs of a workflow tell of one of its pipelines. */
export interface Watched {
  /** Absent where no run has named one. */
  readonly pipeline: Plain | undefined;
  /** The success by whose age it is judged. */
  readonly last: LastGood | undefined;
  readonly since: Since;
}

/** What became of the runs after the last success, or of all of them where there is none. */
export interface Since {
  /** Those that ended without success, newest first. */
  readonly setbacks: readonly Setback[];
  /** Those that succeeded, but did not do what the last success did, newest first. */
  readonly partial: readonly Told[];
  /** Those that ended without a word of this pipeline, newest first. */
  readonly silent: readonly SeenRun[];
}

export type Setback = Pick<PastRun, "url" | "number" | "startedAt" | "result" | "entry">;

/** The pipelines to watch, and those that their workflow has given up. */
export interface Pipelines {
  readonly watched: readonly Watched[];
  readonly retired: readonly Plain[];
}

/** More come from no run whose jobs can all be read, but from somebody who writes lines of his own. */
const MAX_PIPELINES = 100;

/**
 * Whether every run that told of its pipelines has more jobs than can be read: nobody knows then which
 * pipelines there are.
 */
export function isBeyondReach(runs: readonly SeenRun[]): boolean {
  const isKnown = (run: SeenRun) => run.unread === undefined && run.lines.some(isWork);
  return runs.some(({ unread }) => unread !== undefined) && !runs.some(isKnown);
}

/**
 * @param runs newest first
 * @param wanted where it is not given, every pipeline that the runs name is watched
 */
export function pipelinesIn(runs: readonly SeenRun[], wanted: Plain | undefined): Pipelines {
  if (wanted !== undefined) return { watched: [watchedAs(wanted, runs)], retired: [] };
  const named = wholesIn(runs.flatMap((run) => run.lines).filter(isWork));
  if (named.size === 0) return { watched: [watchedAs(undefined, runs)], retired: [] };
  const names = [...named].slice(0, MAX_PIPELINES).toSorted();
  const retired = names.filter((name) => isRetired(name, runs));
  const kept = names.filter((name) => !retired.includes(name));
  return { watched: kept.map((name) => watchedAs(name, runs)), retired };
}

/**
 * The names of pipelines, without those of the jobs that one is made of: `daily/scrape` is a part of
 * `daily`, unless it has done all the work itself.
 */
function wholesIn(lines: readonly SeenLine[]): ReadonlySet<Plain> {
  const named = new Set(lines.map(({ pipeline }) => pipeline));
  const isWhole = new Set(lines.filter(didBoth).map(({ pipeline }) => pipeline));
  const isPart = (name: Plain) =>
    !isWhole.has(name) && [...named].some((other) => isPartOf(name, other));
  return new Set([...named].filter((name) => !isPart(name)));
}

/** As the shipped workflow of several jobs names them. */
function isPartOf(name: Plain, whole: Plain | undefined): boolean {
  return whole !== undefined && name.startsWith(`${whole}/`);
}

/** A preflight does none of a pipeline's work. */
function isWork({ entry }: SeenLine): boolean {
  return entry.mode === undefined;
}

/**
 * Whether a newer run was green without it. Each job of a green run ended well or was left out: one that
 * had run this pipeline would have told of it. In a red or a cancelled run it may just have been lost.
 */
function isRetired(name: Plain, runs: readonly SeenRun[]): boolean {
  const newest = runs.findIndex((run) => ownLines(run, name).length > 0);
  return runs
    .slice(0, newest)
    .some(
      ({ stage, lines, unread }) =>
        stage.kind === "ended" &&
        stage.result === "succeeded" &&
        unread === undefined &&
        lines.some(isWork),
    );
}

function watchedAs(pipeline: Plain | undefined, runs: readonly SeenRun[]): Watched {
  const last = lastGoodIn(
    runs.flatMap((run) => ownLines(run, pipeline).map((line) => ({ run, line }))),
  );
  const since = runs
    .map((run) => outcomeOf(run, pipeline))
    .filter(({ at }) => last === undefined || at > last.line.startedAt);
  return {
    pipeline,
    last,
    since: {
      setbacks: since.flatMap((one) => (one.kind === "setback" ? one.setback : [])),
      partial: since.flatMap((one) => (one.kind === "good" ? one.told : [])),
      silent: since.flatMap((one) => (one.kind === "silent" ? one.run : [])),
    },
  };
}

/** What a run came to for one pipeline, and when. */
type Outcome = { readonly at: Date } & (
  | { readonly kind: "good"; readonly told: Told }
  /** It goes on, or not all that its jobs told could be read. */
  | { readonly kind: "open" }
  /** As while it is paused, of a preflight, of another pipeline, or of a machine that was lost. */
  | { readonly kind: "silent"; readonly run: SeenRun }
  | { readonly kind: "setback"; readonly setback: Setback }
);

function outcomeOf(run: SeenRun, pipeline: Plain | undefined): Outcome {
  const { startedAt, stage, lines, unread } = run;
  const [own] = ownLines(run, pipeline);
  if (own?.entry.result === "succeeded") {
    return { kind: "good", at: own.startedAt, told: { run, line: own } };
  }
  // What is not there may be a later attempt, and a success.
  if (unread) return { kind: "open", at: startedAt };
  if (own) {
    const { entry, startedAt: at } = own;
    return { kind: "setback", at, setback: setbackOf(run, { result: entry.result, entry }) };
  }
  if (stage.kind !== "ended") return { kind: "open", at: startedAt };
  const { result } = stage;
  // One that left lines of other pipelines failed, or was cancelled, on their account. Where only its own
  // jobs told, the one that tells of them all was lost.
  const isOurs = lines.every((line) => isPartOf(line.pipeline, pipeline));
  const isUntold = isOurs && result !== undefined && result !== "succeeded";
  return isUntold
    ? { kind: "setback", at: startedAt, setback: setbackOf(run, { result }) }
    : { kind: "silent", at: startedAt, run };
}

function setbackOf(
  { url, number, startedAt }: SeenRun,
  end: Pick<Setback, "result" | "entry">,
): Setback {
  return { url, number, startedAt, ...end };
}

/** Newest first. */
function ownLines({ lines }: SeenRun, pipeline: Plain | undefined): readonly SeenLine[] {
  return lines.filter((line) => line.pipeline === pipeline && isWork(line));
}
