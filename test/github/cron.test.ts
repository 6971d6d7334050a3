import { expect, test } from "@jest/globals";
import { nextRun } from "../../src/github/cron.ts";

const NOW = new Date("2026-11-25T12:00:00Z");

test.each([
  ["17 6 * * *", "UTC", "2026-11-26T06:17:00Z"],
  ["17 6 * * *", "America/Sao_Paulo", "2026-11-26T09:17:00Z"],
  ["  30  5,17 * * 1-5 ", "UTC", "2026-11-25T17:30:00Z"],
  ["*/15 * * * *", "UTC", "2026-11-25T12:15:00Z"],
  ["20/15 * * * *", "UTC", "2026-11-25T12:20:00Z"],
  ["0 0 1 JAN *", "UTC", "2027-01-01T00:00:00Z"],
  ["0 12 * * SUN", "UTC", "2026-11-29T12:00:00Z"],
])("%s in %s is due next at %s", async (cron, timeZone, at) => {
  expect(await nextRun(cron, timeZone, NOW)).toEqual(new Date(at));
});

test.each([
  ["0 17 6 * * *", "seconds"],
  ["17 6 * *", "four fields"],
  ["@daily", "a name"],
  ["0 25 * * *", "no such hour"],
  ["5/0 * * * *", "steps of nothing"],
  ["0 0 30 2 *", "a day that never comes"],
  ["0 0 L * *", "a letter that only others take"],
  ["0 0 * * 5#2", "the second Friday, which only others take"],
  ["0 0 ? * *", "a question mark, which only others take"],
  ["", "nothing"],
])("%j is none: %s", async (cron) => {
  expect(await nextRun(cron, "UTC", NOW)).toBeUndefined();
});
