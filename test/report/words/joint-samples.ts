import type { Voice } from "../../../src/report/voice.ts";
import type { JointWords } from "../../../src/report/words/joint-words.ts";

/** Everything that is said of a run of many jobs. */

type Say = (words: JointWords, voice: Voice) => string;
type Sample = readonly [name: string, say: Say];

const PAGE = "https://github.example/runs/107";
const CAUSE = "X";

/** What each member of a table says. */
function each<K extends string>(
  keys: readonly K[],
  name: string,
  say: (key: K) => Say,
): readonly Sample[] {
  return keys.map((key): Sample => [`${name} ${key}`, say(key)]);
}

const SPOILED = ["failed", "cancelled"] as const;
const SILENT = ["success", "failure", "cancelled"] as const;

/** Whole sentences. */
export const JOINT: readonly Sample[] = [
  ["elsewhere", (w, v) => w.whats.elsewhere("scrape", PAGE, v)],
  ["elsewhere, outside of GitHub", (w, v) => w.whats.elsewhere("scrape", undefined, v)],
  ["what: spoiled", (w, v) => w.whats.spoiled(v)],
  ...each(SILENT, "what: silent", (how) => (w, v) => w.whats.silent[how](v)),
  ["what: skipped", (w, v) => w.whats.skipped(v)],
  ["what: no work", (w, v) => w.whats.noWork(v)],
  ["what: nothing ran", (w, v) => w.whats.nothingRan(v)],
  ["read the summary", (w, v) => w.steps.readSummary("scrape", v)],
  ["read the log", (w, v) => w.steps.readLog("scrape", v)],
  ["wait", (w) => w.steps.waitForApi],
  ["run again", (w, v) => w.steps.runAgain(PAGE, v)],
  ["run all again", (w, v) => w.steps.runAllAgain(PAGE, v)],
  ["by the ledger", (w, v) => w.byLedger("scrape", v)],
];

/** What stands in a title, or begins a cell of a table. */
export const JOINT_PHRASES: readonly Sample[] = [
  ["failed", (w, v) => w.headlines.failed("scrape", CAUSE, v)],
  ["failed, nobody knows why", (w, v) => w.headlines.failed("scrape", undefined, v)],
  ["unknown", (w, v) => w.headlines.unknown("scrape", CAUSE, v)],
  ["unknown, nobody knows why", (w, v) => w.headlines.unknown("scrape", undefined, v)],
  ["cancelled", (w, v) => w.headlines.cancelled("scrape", v)],
  ...each(SPOILED, "spoiled", (how) => (w, v) => w.headlines.spoiled[how]("scrape", v)),
  ...each(SILENT, "silent", (how) => (w, v) => w.headlines.silent[how]("scrape", v)),
  ["skipped", (w, v) => w.headlines.skipped("train", v)],
  ["no work", (w) => w.headlines.noWork],
  ["nothing ran", (w) => w.headlines.nothingRan],
  // A cell goes on where its mark and the job stand: so that it begins like a headline.
  ["cell: carried over", (w, v) => `X ${w.results.carriedOver(1, v)}`],
  ["cell: failed", (w) => `X ${w.results.failed(CAUSE)}`],
  ["cell: unknown", (w) => `X ${w.results.unknown(undefined)}`],
  ["cell: skipped", (w, v) => `X ${w.results.skipped("scrape", v)}`],
  ["cell: skipped, nobody knows why", (w, v) => `X ${w.results.skipped(undefined, v)}`],
];
