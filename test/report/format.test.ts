import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createFormat } from "../../src/report/format.ts";

const LOCALES = [
  ["en", "en-GB"],
  ["pt-BR", "pt-BR"],
] as const;
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe.each(LOCALES)("%s writes as Intl does", (language, locale) => {
  test("counts", () => {
    const intl = new Intl.NumberFormat(locale);
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (value) => {
        expect(createFormat(language, "UTC").count(value)).toBe(intl.format(value));
      }),
    );
  });

  test.each(["UTC", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Auckland"])(
    "days and times in %s",
    (timeZone) => {
      const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium" });
      const time = new Intl.DateTimeFormat(locale, {
        timeZone,
        hour: "2-digit",
        minute: "2-digit",
      });
      const short = new Intl.DateTimeFormat(locale, {
        timeZone,
        day: language === "en" ? "numeric" : "2-digit",
        month: language === "en" ? "short" : "2-digit",
      });
      const format = createFormat(language, timeZone);
      const dates = fc.date({
        min: new Date("2020-01-01"),
        max: new Date("2040-01-01"),
        noInvalidDate: true,
      });
      fc.assert(
        fc.property(dates, (date) => {
          expect(format.day(date)).toBe(day.format(date));
          expect(format.timeOfDay(date)).toBe(time.format(date));
          expect(format.shortDay(date)).toBe(short.format(date));
        }),
      );
    },
  );
});

test.each([
  [0, "0 ms", "0 ms"],
  [99.4, "99 ms", "99 ms"],
  [100, "0.1 s", "0,1 s"],
  [9_949, "9.9 s", "9,9 s"],
  [9_950, "10 s", "10 s"],
  [62_000, "1 min 2 s", "1 min 2 s"],
  [59_999, "1 min", "1 min"],
  [3_600_000, "1 h", "1 h"],
  [7_500_000, "2 h 5 min", "2 h 5 min"],
])("%i ms are %j and %j", (ms, english, portuguese) => {
  expect(plain(createFormat("en", "UTC").duration(ms))).toBe(english);
  expect(plain(createFormat("pt-BR", "UTC").duration(ms))).toBe(portuguese);
});

test.each([
  [60, "60 %", "60 %"],
  [33.333, "33.333 %", "33,333 %"],
  [0.25, "0.25 %", "0,25 %"],
  [10, "10 %", "10 %"],
  [0.001, "0.001 %", "0,001 %"],
  [0, "0 %", "0 %"],
  [100, "100 %", "100 %"],
])("%p per cent are %j and %j", (value, english, portuguese) => {
  expect(plain(createFormat("en", "UTC").percent(value))).toBe(english);
  expect(plain(createFormat("pt-BR", "UTC").percent(value))).toBe(portuguese);
});

test.each([
  [60, 50, "60 %", "60 %"],
  [33.3333, 10, "33.3 %", "33,3 %"],
  [50.04, 50, "50.04 %", "50,04 %"],
  [50.0001, 50, "50.0001 %", "50,0001 %"],
  [0.3, 0.25, "0.3 %", "0,3 %"],
  [0.0001, 0, "0.0001 %", "0,0001 %"],
  [100, 99.999, "100 %", "100 %"],
])("%p per cent over %p are %j and %j", (value, limit, english, portuguese) => {
  expect(plain(createFormat("en", "UTC").percentOver(value, limit))).toBe(english);
  expect(plain(createFormat("pt-BR", "UTC").percentOver(value, limit))).toBe(portuguese);
});

test("a share over a limit shows as more than the limit", () => {
  const { percentOver } = createFormat("en", "UTC");
  const numbers = fc.tuple(fc.nat({ max: 999_999_999 }), fc.nat({ max: 999_999_999 }));
  fc.assert(
    fc.property(numbers, fc.nat({ max: 99_999 }), ([stored, more], thousandths) => {
      const lost = (1 - stored / (stored + more + 1)) * 100;
      const limit = thousandths / 1000;
      fc.pre(lost > limit);
      expect(Number.parseFloat(percentOver(lost, limit))).toBeGreaterThan(limit);
    }),
  );
});

test("days are those of the reader's calendar", () => {
  const [evening, night] = [new Date("2026-11-22T02:59:00Z"), new Date("2026-11-22T03:00:00Z")];
  const there = createFormat("pt-BR", "America/Sao_Paulo");
  const utc = createFormat("en", "UTC");

  expect(there.calendarDay(night) - there.calendarDay(evening)).toBe(1);
  expect(utc.calendarDay(night)).toBe(utc.calendarDay(evening));
  expect([there.dayOfMonth(evening), there.dayOfMonth(night)]).toEqual(["21", "22"]);
});
