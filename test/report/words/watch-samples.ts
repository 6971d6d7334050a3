import type { Disabled } from "../../../src/watch/sight.ts";
import type { Voice } from "../../../src/report/voice.ts";
import type { WatchWords } from "../../../src/report/words/watch-words.ts";
import { DAY } from "./samples.ts";
import type { Scene } from "../../../src/report/words/words.ts";

/** Values for tables about what a watch says. */

type Say = (words: WatchWords, voice: Voice) => string;

const PAGE = "https://github.example/actions/workflows/pipeline.yml";
const HOUR_MS = 3_600_000;
const run = { number: 107, at: DAY, page: "https://github.example/runs/107" };
const nowhere = { ...run, page: undefined };
const lastGood = { run, half: undefined, endedAt: DAY, timeZone: "UTC", records: 1000 };
const disabled: readonly Disabled[] = ["by-hand", "by-inactivity", "in-fork", "deleted"];
const scene: Scene = {
  hostKind: "public",
  runner: "github-hosted",
  links: {
    run: undefined,
    variables: "https://github.example/variables",
    secrets: undefined,
    workflow: undefined,
    failures: undefined,
  },
};

export const WATCH: readonly (readonly [name: string, say: Say])[] = [
  ["last good", (w, v) => w.lastGood(lastGood, v)],
  [
    "last good, not counted",
    (w, v) => w.lastGood({ ...lastGood, run: nowhere, records: undefined }, v),
  ],
  ["last scrape", (w, v) => w.lastGood({ ...lastGood, half: "scrape" }, v)],
  ["last training", (w, v) => w.lastGood({ ...lastGood, half: "train" }, v)],
  ["one job unread", (w, v) => w.unread(run, 1, v)],
  ["jobs unread", (w, v) => w.unread(run, 27, v)],
  ["limit", (w, v) => w.limit(28 * HOUR_MS, v)],
  ["at work", (w, v) => w.atWork(run, DAY, v)],
  ["no runs", (w, v) => w.noRuns("pipeline.yml", 90, v)],
  ["no runs, unbounded", (w, v) => w.noRuns("pipeline.yml", undefined, v)],
  [
    "one run without success",
    (w, v) => w.noSuccess({ runs: 1, since: DAY, isAll: true, retentionDays: 1 }, v),
  ],
  [
    "runs without success, and older ones",
    (w, v) => w.noSuccess({ runs: 30, since: DAY, isAll: false, retentionDays: 90 }, v),
  ],
  ...disabled.map((by): [string, Say] => [
    `disabled ${by}`,
    (w, v) => w.disabledBy[by]("pipeline.yml", v),
  ]),
  ["no workflow", (w, v) => w.blindness["no-workflow"]("pipeline.yml", v)],
  ["cancelled", (w, v) => w.blindness.cancelled("pipeline.yml", v)],
  ["too many jobs", (w, v) => w.blindness["too-many-jobs"]("fleet.yml", v)],
  ["one success without a scrape", (w, v) => w.since.partial(1, "scrape", v)],
  ["successes without a training", (w, v) => w.since.partial(3, "train", v)],
  ["nothing since", (w) => w.since.nothing],
  ["one silent run", (w, v) => w.since.silent(1, v)],
  ["silent runs", (w, v) => w.since.silent(3, v)],
  ["setbacks", (w, v) => w.since.setbacks({ failed: 2, unknown: 1, cancelled: 1 }, true, v)],
  ["cancelled only", (w, v) => w.since.setbacks({ failed: 0, unknown: 0, cancelled: 2 }, false, v)],
  ["waiting", (w, v) => w.since.waiting(run, v)],
  ["one retired", (w, v) => w.retired(["north"], "fleet.yml", v)],
  ["retired", (w, v) => w.retired(["north", "south"], "fleet.yml", v)],
  ["nameless", (w, v) => w.nameless(v)],
  ["writers", (w) => w.who.writers],
  ["newest run", (w) => w.who["newest-run"]],
  ["look at", (w, v) => w.steps.lookAt(run, v)],
  ["look at silent", (w, v) => w.steps.lookAtSilent(nowhere, v)],
  ["look whether", (w, v) => w.steps.lookWhether(run, v)],
  ["look at cancels", (w) => w.steps.lookAtCancels],
  ["runner", (w, v) => w.steps.checkRunner(v)],
  ["schedule", (w, v) => w.steps.checkSchedule("pipeline.yml", v)],
  ["enable", (w, v) => w.steps.enable("pipeline.yml", PAGE, v)],
  ["restore", (w, v) => w.steps.restore("pipeline.yml", v)],
  ["run now", (w, v) => w.steps.runNow(PAGE, v)],
  ["raise the limit", (w, v) => w.steps.raiseLimit(scene, v)],
  ["pause instead", (w, v) => w.steps.pauseInstead(scene, v)],
  ["watch again", (w, v) => w.steps.watchAgain(PAGE, v)],
];

/** What stands in a headline, a cell or a title, without a full stop. */
export const WATCH_PHRASES: typeof WATCH = [
  ["fresh", (w, v) => w.headlines.fresh(6 * HOUR_MS, undefined, v)],
  ["fresh scrape", (w, v) => w.headlines.fresh(6 * HOUR_MS, "scrape", v)],
  ["fresh by seconds", (w, v) => w.headlines.fresh(12_000, undefined, v)],
  ["running", (w) => w.headlines.running],
  ["stale", (w, v) => w.headlines.stale(52 * HOUR_MS + 12_345, undefined, v)],
  ["stale training", (w, v) => w.headlines.stale(52 * HOUR_MS, "train", v)],
  ["stale for days", (w, v) => w.headlines.stale(100 * HOUR_MS, undefined, v)],
  ["stale beyond", (w, v) => w.headlines.staleBeyond(30, v)],
  ["never", (w) => w.headlines.never],
  ["disabled", (w) => w.headlines.disabled],
  ["blind", (w) => w.headlines.blind],
  ["unread", (w) => w.headlines.unread],
  ["one unread", (w, v) => w.headlines.someUnread(1, 3, v)],
  ["some unread", (w, v) => w.headlines.someUnread(2, 3, v)],
  ["all good", (w, v) => w.headlines.allGood(3, v)],
  ["one overdue", (w, v) => w.headlines.someOverdue(1, 3, v)],
  ["some overdue", (w, v) => w.headlines.someOverdue(2, 3, v)],
  ["starting", (w) => w.starting("1.0.0", "pipeline.yml")],
];
