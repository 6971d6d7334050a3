import { expect, test } from "@jest/globals";
import { disabledInDays } from "../../src/pipeline/schedule.ts";

const PUSHED = new Date("2026-09-01T12:00:00Z");
const DAY_MS = 86_400_000;

test.each([
  [0, undefined],
  [45.9, undefined],
  [46, 14],
  [59.5, 1],
  [60, 0],
  [400, 0],
  [-3, undefined],
])("%d days after the last push a schedule is disabled in %s days", (days, left) => {
  expect(disabledInDays(PUSHED, new Date(PUSHED.getTime() + days * DAY_MS))).toBe(left);
});
