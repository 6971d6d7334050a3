import fc from "fast-check";
import type { PastRun } from "../../src/pipeline/history.ts";
import { FAILURE_CODES } from "../../src/pipeline/failure.ts";
import { ledgerLine, ledgerTitle, parseLedger } from "../../src/pipeline/ledger.ts";
import { RESULTS, TASK_NAMES } from "../../src/pipeline/names.ts";
import type { Recollection } from "../../src/pipeline/ports.ts";
import type { Run, TaskEnd } from "../../src/pipeline/run.ts";
import type { Story } from "../../src/report/story.ts";
import { LANGUAGES } from "../../src/settings/settings.ts";
import { HOSTILE } from "./words/failure-samples.ts";
import { door, GOOD, LOST, played, proved, SHUT, settingsWith, storyOf } from "./stories.ts";

/** Whatever GitHub, the API and the calendar may say to a report. */

const count = fc.nat({ max: 999_999_999_999_999 });
const seconds = fc.nat({ max: 999_999_999 }).map((tenths) => tenths / 10);
/** GitHub's answer holds no other moments, and no numbers of runs but these (src/github). */
const when = fc.date({ noInvalidDate: true });
const runNumber = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 1 }),
  fc.constant(Number.MAX_SAFE_INTEGER),
);
const marks = fc.constantFrom("a", "<b>", '"', "'", ")", "`", "|", "&", " ", "\n", "/", "#", "::");
const text = fc.oneof(
  fc.constant(HOSTILE),
  fc.string({ unit: "binary" }),
  fc.array(marks, { maxLength: 400 }).map((parts) => parts.join("")),
);

const url = fc.oneof(
  fc.nat().map((id) => `https://github.com/acme/books/actions/runs/${id}`),
  text.map((tail) => `https://github.com/${tail}`),
  text.map((host) => `https://${host}/runs/1`),
  fc.constantFrom("javascript:alert(1)", "https://x:y@github.com/a", "data:text/html,<b>", "//x"),
  fc.webUrl(),
);

/** Only what the parser lets through is ever an entry. */
const entry = fc
  .record(
    {
      result: fc.constantFrom(...RESULTS),
      pipeline: fc.constant("daily"),
      attempt: fc.integer({ min: 1, max: 999 }),
      records: count,
      before: count,
      scrapeSeconds: seconds,
      trainingSeconds: seconds,
      artifacts: count,
      failed: fc.constantFrom(...TASK_NAMES),
      code: fc.constantFrom(...FAILURE_CODES),
    },
    { requiredKeys: ["result", "pipeline", "attempt"] },
  )
  .map((wanted) => parseLedger(ledgerTitle(wanted), ledgerLine(wanted)))
  .filter((read) => read !== undefined);

const attempts = fc.array(fc.record({ startedAt: when, entry }), { maxLength: 3 });
const pastRun: fc.Arbitrary<PastRun> = fc
  .record({
    url,
    number: runNumber,
    startedAt: when,
    result: fc.constantFrom(...RESULTS),
    attempts,
  })
  .map((told) => {
    const [newest] = told.attempts;
    return newest ? { ...told, entry: newest.entry } : told;
  });

const recollection: fc.Arbitrary<Recollection> = fc.record(
  {
    memory: fc.record({
      kind: fc.constant("found" as const),
      history: fc.record(
        {
          runs: fc.array(pastRun, { maxLength: 99, size: "max" }),
          attempts,
          publicPushedAt: when,
        },
        { requiredKeys: ["runs", "attempts"] },
      ),
    }),
    punctuality: fc.record({
      cron: text,
      dueAt: when,
      lateMs: fc.integer({ min: -1, max: 2 ** 31 }),
      missedAt: fc.array(when, { maxLength: 100 }),
    }),
  },
  { requiredKeys: ["memory"] },
);

const said = text.map((words) => door(words));
const failed: fc.Arbitrary<TaskEnd> = fc.record({
  kind: fc.constantFrom("failed", "unknown"),
  failure: fc.record({
    code: fc.constant("api-error"),
    status: fc.integer({ min: 100, max: 599 }),
    words: said,
    asked: said,
  }),
});
const run: fc.Arbitrary<Run> = fc
  .oneof(
    fc.constantFrom(GOOD, SHUT, LOST),
    fc
      .array(said, { maxLength: 200 })
      .map((artifacts) => [...GOOD.slice(0, 5), proved({ artifacts }), ...GOOD.slice(6)]),
    failed.map((end) => [...GOOD.slice(0, 3), end]),
  )
  .map((ends) => played(ends));

/** A day on which everybody but us lies. */
export const hostileStory: fc.Arbitrary<Story> = fc
  .record({
    run,
    recollection,
    language: fc.constantFrom(...LANGUAGES),
    retentionDays: fc.option(fc.nat({ max: 400 }), { nil: undefined }),
    history: fc.constantFrom("1", "30", "99"),
  })
  .map(({ run: told, recollection: all, language, retentionDays, history }) =>
    storyOf(
      { ...told, recollection: all },
      { retentionDays, settings: settingsWith({ history }), runNumber: 130 },
      language,
    ),
  );
