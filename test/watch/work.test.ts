import { describe, expect, test } from "@jest/globals";
import type { LedgerEntry } from "../../src/pipeline/ledger.ts";
import type { Seen, SeenRun } from "../../src/watch/sight.ts";
import { judge, type Judged, type Verdict } from "../../src/watch/verdict.ts";
import type { Half } from "../../src/watch/work.ts";
import { DAILY, HOUR_MS, line, MAX_AGE_MS, NOW, seen, withLines } from "./runs.ts";

function judged(sight: Seen): Judged | undefined {
  const finding = judge(sight, { pipeline: DAILY, maxAgeMs: MAX_AGE_MS }, NOW);
  return finding.kind === "judged" ? finding.pipelines[0] : undefined;
}

describe("a pipeline of two halves", () => {
  const both = { scrapeSeconds: 61, trainingSeconds: 4 };
  const scraping = { scrapeSeconds: 61 };
  const training = { trainingSeconds: 4 };
  const did = (hours: number, work: Partial<LedgerEntry>) =>
    withLines(hours, "succeeded", line(hours, "succeeded", DAILY, work));
  const didWell = (...works: readonly Partial<LedgerEntry>[]) =>
    works.map((work, index) => did(30 + index, work));

  test.each<readonly [string, readonly SeenRun[], Verdict["kind"], Half | undefined]>([
    ["one run did both", [did(12, both), did(36, both)], "fresh", undefined],
    ["a training alone is no scrape", [did(1, training), did(30, both)], "stale", "scrape"],
    ["a scrape alone is no training", [did(1, scraping), did(30, both)], "stale", "train"],
    [
      "one run for each half",
      [did(1, training), did(2, scraping), did(30, both)],
      "fresh",
      "scrape",
    ],
    [
      "a training by hand, after one that failed behind a good scrape",
      [
        did(1, training),
        withLines(5, "failed", line(5, "failed", DAILY, { ...scraping, failed: "train" })),
        ...didWell(both, both),
      ],
      "fresh",
      "scrape",
    ],
    [
      "a scrape that the gate stopped is none",
      [
        did(1, training),
        withLines(5, "failed", line(5, "failed", DAILY, { ...scraping, failed: "gate" })),
        ...didWell(both, both),
      ],
      "stale",
      "scrape",
    ],
    [
      "a training that failed is none, whatever it took",
      [
        withLines(5, "failed", line(5, "failed", DAILY, { ...both, failed: "train" })),
        ...didWell(both, both),
      ],
      "stale",
      "train",
    ],
    [
      "a run that ran again, and did not repeat its scrape",
      [
        withLines(
          1,
          "succeeded",
          line(1, "succeeded", DAILY, { ...training, attempt: 2 }),
          line(2, "failed", DAILY, { ...scraping, failed: "train" }),
        ),
      ],
      "fresh",
      "scrape",
    ],
    [
      "always one half is judged by that half",
      [did(1, training), did(25, training)],
      "fresh",
      "train",
    ],
    [
      "a run by hand that did both asks nothing of the others",
      [did(1, scraping), did(25, scraping), did(30, both)],
      "fresh",
      "scrape",
    ],
    [
      "nor does one that did the other half",
      [did(1, scraping), did(25, scraping), did(30, training)],
      "fresh",
      "scrape",
    ],
    [
      "by turns, each half has to be young",
      [did(1, scraping), did(29, training), did(31, scraping), did(59, training)],
      "stale",
      "train",
    ],
  ])("%s", (_, runs, kind, half) => {
    const one = judged(seen(runs));
    expect([one?.verdict.kind, one?.last?.half]).toEqual([kind, half]);
  });

  test("is as old as the half that was done longest ago", () => {
    const one = judged(seen([did(1, training), did(2, scraping), did(3, both)]));
    expect(one?.verdict).toEqual({ kind: "fresh", ageMs: 2 * HOUR_MS - 90_000 });
  });

  test("is told which successes did not do what is overdue", () => {
    const one = judged(seen([did(1, training), did(2, training), did(30, both), did(54, both)]));
    expect(one?.since.partial.map(({ run }) => run.number)).toEqual([999, 998]);
    expect(one?.since.setbacks).toEqual([]);
  });
});
