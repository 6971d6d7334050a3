import type { Language } from "../settings/settings.ts";

/** Numbers, durations and times of day as the reader writes them. */
export interface Format {
  /** `1,000` */
  count(value: number): string;
  /** `60 %`, of a share in per cent; at most one digit behind the point. */
  percent(value: number): string;
  /** `24 ms`, `0.2 s`, `31 s`, `1 min 2 s`, `2 h 5 min`: two units at the most. */
  duration(ms: number): string;
  /** `18 ms` */
  milliseconds(ms: number): string;
  /** `06:21`, in the reader's time zone. */
  timeOfDay(date: Date): string;
  /** `22 Nov 2026`, in the reader's time zone. */
  day(date: Date): string;
}

/** Between a number and its unit, so that no line breaks there. */
export const NBSP = "\u00a0";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", "pt-BR": "pt-BR" };

/** Intl's formatters are made when they are first used: each costs milliseconds of start-up. */
export function createFormat(language: Language, timeZone: string): Format {
  const locale = LOCALES[language];
  const whole = once(() => new Intl.NumberFormat(locale));
  const tenths = once(
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  );
  const upToTenths = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  const time = once(
    () => new Intl.DateTimeFormat(locale, { timeZone, hour: "2-digit", minute: "2-digit" }),
  );
  const date = once(() => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium" }));
  return {
    count: (value) => whole().format(value),
    percent: (value) => `${upToTenths().format(value)}${NBSP}%`,
    milliseconds: (ms) => `${whole().format(Math.round(ms))}${NBSP}ms`,
    duration: (ms) => durationOf(ms, (value) => tenths().format(value)),
    timeOfDay: (at) => time().format(at),
    day: (at) => date().format(at),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
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
