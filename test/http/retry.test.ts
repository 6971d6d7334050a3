import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { backoffMs, limitWait } from "../../src/http/retry.ts";

const NOW = new Date("2026-11-22T06:00:00Z");

describe("backoff", () => {
  test("doubles from 1 s up to 30 s, with full jitter", () => {
    const most = [1, 2, 3, 4, 5, 6, 7].map((retry) => backoffMs(retry, 0.999_999));
    expect(most.map(Math.round)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(backoffMs(3, 0.5)).toBe(2000);
    expect(backoffMs(3, 0)).toBe(0);
  });

  test("is never negative and never above 30 s", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (retry, random) => {
          const waitMs = backoffMs(retry, random);
          expect(waitMs).toBeGreaterThanOrEqual(0);
          expect(waitMs).toBeLessThanOrEqual(30_000);
        },
      ),
    );
  });
});

describe("a limit", () => {
  test.each([
    ["seconds", "7", 1, 7000],
    ["a date", "Sun, 22 Nov 2026 06:02:00 GMT", 1, 120_000],
    ["missing: the API's limit is a minute", undefined, 1, 60_000],
    ["neither seconds nor a date", "soon", 1, 60_000],
    ["negative", "-5", 1, 60_000],
    ["a fraction", "1.5", 1, 60_000],
    ["zero still costs a second", "0", 1, 1000],
    ["zero again costs more", "0", 3, 4000],
    ["a date without its day in front", "22 Nov 2026 06:02:00 GMT (Sun)", 1, 60_000],
    ["a date in the past costs a second", "Sun, 22 Nov 2026 05:00:00 GMT", 1, 1000],
    ["white space around it", " 7 ", 1, 7000],
  ])("%s", (_case, header, retry, waitMs) => {
    expect(limitWait(header, retry, NOW).waitMs).toBe(waitMs);
  });

  test("of absurd length is a number that can be compared", () => {
    expect(limitWait("9".repeat(400), 1, NOW).waitMs).toBeGreaterThan(1e15);
  });

  test("is a number of at least a second, whatever the header says", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 1e6 }), (header, retry) => {
        expect(limitWait(header, retry, NOW).waitMs).toBeGreaterThanOrEqual(1000);
      }),
    );
  });
});
