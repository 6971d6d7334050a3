import type { Language } from "../settings/settings.ts";
import { wallClock } from "./wall-time.ts";

/** Numbers, durations and times of day as the reader writes them. */
export interface Format {
  /** `1,000` */
  count(value: number): string;
  /** `60 %`, `12.5 %`: a share in per cent, as exact as people set one. */
  percent(value: number): string;
  /** `50.04 %`: a share that is over a limit, with as many digits as it takes to see that. */
  percentOver(value: number, limit: number): string;
  /** `24 ms`, `0.2 s`, `31 s`, `1 min 2 s`, `2 h 5 min`: two units at the most. */
  duration(ms: number): string;
  /** `18 ms` */
  milliseconds(ms: number): string;
  /** `06:21`, in the reader's time zone. */
  timeOfDay(date: Date): string;
  /** `22 Nov 2026`, in the reader's time zone. */
  day(date: Date): string;
  /** `22 Nov`, in the reader's time zone: for runs, of which GitHub keeps none longer than 400 days. */
  shortDay(date: Date): string;
  /** `22`, in the reader's time zone. */
  dayOfMonth(date: Date): string;
  /** Counts the days of the reader's calendar: yesterday's number is one less than today's. */
  calendarDay(date: Date): number;
}

/** Between a number and its unit, so that no line breaks there. */
export const NBSP = "\u00a0";

/**
 * What Intl would say for these languages (CLDR), which a test compares. The first use of
 * Intl.NumberFormat alone takes 11 ms, a tenth of a whole run against an API that answers at once.
 */
interface Manners {
  readonly thousands: string;
  readonly point: string;
  readonly months: readonly string[];
  readonly day: (day: number, month: string, year: number) => string;
  readonly shortDay: (day: number, month: number, monthName: string) => string;
}

const DAY_MS = 86_400_000;
/** Behind the point of a share that is set (src/settings/parse.ts). */
const LIMIT_DIGITS = 3;

const MANNERS: Readonly<Record<Language, Manners>> = {
  en: {
    thousands: ",",
    point: ".",
    months: "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(" "),
    day: (day, month, year) => `${day} ${month} ${year}`,
    shortDay: (day, _month, monthName) => `${day} ${monthName}`,
  },
  "pt-BR": {
    thousands: ".",
    point: ",",
    months: "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.".split(" "),
    day: (day, month, year) => `${day} de ${month} de ${year}`,
    // The name of the month would end in a full stop, in the middle of a sentence.
    shortDay: (day, month) => `${twoDigits(day)}/${twoDigits(month)}`,
  },
};

export function createFormat(language: Language, timeZone: string): Format {
  const { thousands, point, months, day, shortDay } = MANNERS[language];
  const wallTime = wallClock(timeZone);
  const count = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, thousands);
  const fixed = (value: number, digits: number) => value.toFixed(digits).replace(".", point);
  const percent = (value: number, digits: number) =>
    `${fixed(value, digits).replace(/\D0*$|(?<=\D\d*[1-9])0+$/, "")}${NBSP}%`;
  return {
    count,
    percent: (value) => percent(value, LIMIT_DIGITS),
    percentOver: (value, limit) => percent(value, digitsApart(value, limit)),
    milliseconds: (ms) => `${count(ms)}${NBSP}ms`,
    duration: (ms) => durationOf(ms, (seconds) => fixed(seconds, 1)),
    timeOfDay: (date) => {
      const { hour, minute } = wallTime(date);
      return `${twoDigits(hour)}:${twoDigits(minute)}`;
    },
    day: (date) => {
      const at = wallTime(date);
      return day(at.day, months[at.month - 1] ?? "", at.year);
    },
    shortDay: (date) => {
      const at = wallTime(date);
      return shortDay(at.day, at.month, months[at.month - 1] ?? "");
    },
    dayOfMonth: (date) => String(wallTime(date).day),
    calendarDay: (date) => {
      const at = wallTime(date);
      return Date.UTC(at.year, at.month - 1, at.day) / DAY_MS;
    },
  };
}

/** A share of the largest number of records over a limit shows by then. */
const MAX_DIGITS = 12;

function digitsApart(value: number, limit: number): number {
  let digits = 1;
  while (digits < MAX_DIGITS && Number(value.toFixed(digits)) <= limit) digits += 1;
  return digits;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function durationOf(ms: number, tenths: (seconds: number) => string): string {
  if (ms < 100) return `${Math.round(ms)}${NBSP}ms`;
  if (ms < 9_950) return `${tenths(ms / 1000)}${NBSP}s`;
  const total = Math.round(ms / 1000);
  const [hours, minutes, seconds] = [
    Math.floor(total / 3600),
    Math.floor(total / 60) % 60,
    total % 60,
  ];
  const parts =
    hours > 0
      ? [`${hours}${NBSP}h`, minutes > 0 ? `${minutes}${NBSP}min` : ""]
      : [minutes > 0 ? `${minutes}${NBSP}min` : "", seconds > 0 ? `${seconds}${NBSP}s` : ""];
  return parts.filter((part) => part !== "").join(NBSP);
}
