import { describe, expect, test } from "@jest/globals";
import { punctualityOf } from "../../src/github/calendar.ts";

const MINUTE_MS = 60_000;

/** `2026-11-22T06:21 2026-11-22T06:17`: times in UTC. */
function at(time: string): Date {
  return new Date(`${time}:00Z`);
}

function fired(cron: string, startedAt: string, before?: string, timeZone = "UTC") {
  return punctualityOf(
    { cron, timeZone, startedAt: at(startedAt) },
    before ? { lastScheduled: { id: 1, at: at(before) } } : {},
  );
}

describe("when a run was due", () => {
  test.each([
    ["late by minutes", "17 6 * * *", "2026-11-22T06:21", "UTC", "2026-11-22T06:17", 4],
    ["to the minute", "17 6 * * *", "2026-11-22T06:17", "UTC", "2026-11-22T06:17", 0],
    ["late by hours", "0 0 * * *", "2026-11-22T04:24", "UTC", "2026-11-22T00:00", 264],
    ["past midnight", "50 23 * * *", "2026-11-22T00:10", "UTC", "2026-11-21T23:50", 20],
    [
      "in its own zone",
      "17 6 * * *",
      "2026-11-22T09:21",
      "America/Sao_Paulo",
      "2026-11-22T09:17",
      4,
    ],
    [
      "on weekdays, on a Sunday",
      "0 6 * * 1-5",
      "2026-11-22T06:00",
      "UTC",
      "2026-11-20T06:00",
      2880,
    ],
    ["every quarter of an hour", "*/15 * * * *", "2026-11-22T06:20", "UTC", "2026-11-22T06:15", 5],
    // 02:30 does not exist on the day on which New York's clocks go forward.
    [
      "in the hour that is left out",
      "30 2 * * *",
      "2026-03-08T07:40",
      "America/New_York",
      "2026-03-08T07:00",
      40,
    ],
    ["a day after it", "30 2 * * *", "2026-03-09T06:31", "America/New_York", "2026-03-09T06:30", 1],
  ])("%s", async (_, cron, startedAt, zone, dueAt, lateMinutes) => {
    const punctuality = await fired(cron, startedAt, undefined, zone);

    expect(punctuality).toMatchObject({
      cron,
      dueAt: at(dueAt),
      lateMs: lateMinutes * MINUTE_MS,
      missedAt: [],
    });
  });

  test.each([
    ["tomorrow", "17 6 * * *", "2026-11-22T06:21", "UTC", "2026-11-23T06:17"],
    ["in its own zone", "17 6 * * *", "2026-11-22T09:21", "America/Sao_Paulo", "2026-11-23T09:17"],
    ["after the weekend", "0 6 * * 1-5", "2026-11-20T06:04", "UTC", "2026-11-23T06:00"],
    [
      "a run that is hours late is due again today",
      "0 */6 * * *",
      "2026-11-22T11:00",
      "UTC",
      "2026-11-22T12:00",
    ],
  ])("when the same line is due again: %s", async (_, cron, startedAt, zone, nextAt) => {
    const punctuality = await fired(cron, startedAt, undefined, zone);
    expect(punctuality?.nextAt).toEqual(at(nextAt));
  });

  test.each([
    ["of six fields", "0 17 6 * * *"],
    ["with a name of its own", "@daily"],
    ["of anything", "x y z u v"],
    ["of nothing", ""],
  ])("is not known by a line %s", async (_, cron) => {
    expect(await fired(cron, "2026-11-22T06:21")).toBeUndefined();
  });
});

test.each([
  ["a moment that is none", { startedAt: new Date(Number.NaN) }, {}],
  ["an earlier moment that is none", {}, { id: 1, at: new Date(Number.NaN) }],
  ["a zone that is none", { timeZone: "Mars/Olympus" }, {}],
  ["a day that no year has", { cron: "0 0 31 2 *" }, {}],
])("of %s nothing is known, and nothing breaks", async (_, odd, lastScheduled) => {
  const usual = { cron: "17 6 * * *", timeZone: "UTC", startedAt: at("2026-11-22T06:21") };
  const starts = "at" in lastScheduled ? { lastScheduled } : {};

  expect(await punctualityOf({ ...usual, ...odd }, starts)).toBeUndefined();
});

describe("a run whose job waited for a runner", () => {
  const waited = { cron: "17 * * * *", timeZone: "UTC", startedAt: at("2026-11-22T08:25") };
  const lastScheduled = { id: 1, at: at("2026-11-22T05:20") };

  test("was due before it was made, and missed nothing that was due while it waited", async () => {
    const thisRun = at("2026-11-22T06:21");
    expect(await punctualityOf(waited, { thisRun, lastScheduled })).toMatchObject({
      dueAt: at("2026-11-22T06:17"),
      lateMs: 128 * MINUTE_MS,
      missedAt: [],
    });
  });

  test("was made no later than it began, whatever GitHub's clock says", async () => {
    const thisRun = at("2026-11-22T09:30");
    expect(await punctualityOf(waited, { thisRun })).toMatchObject({
      dueAt: at("2026-11-22T08:17"),
      lateMs: 8 * MINUTE_MS,
    });
  });
});

describe("what never came", () => {
  test.each([
    ["nothing, after yesterday's", "2026-11-21T06:19", []],
    ["the days between", "2026-11-19T06:40", ["2026-11-20T06:17", "2026-11-21T06:17"]],
    ["nothing, when nothing came before", undefined, []],
    ["nothing, on the same day", "2026-11-22T06:18", []],
  ])("%s", async (_, before, missed) => {
    const punctuality = await fired("17 6 * * *", "2026-11-22T06:21", before);

    expect(punctuality?.missedAt).toEqual(missed.map(at));
  });

  test("is bounded, for a line that fires every five minutes", async () => {
    const punctuality = await fired("*/5 * * * *", "2026-11-22T06:21", "2025-11-22T06:21");

    expect(punctuality?.missedAt).toHaveLength(100);
  });
});
