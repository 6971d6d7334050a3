import { createFormat } from "../../src/report/format.ts";
import type { Language } from "../../src/settings/settings.ts";

/** The days, times and lists of a month as its reader writes them, all in UTC. */
export interface MonthFormat {
  /** `Fri 12 Jun` */
  readonly date: (atMs: number) => string;
  /** `06:21` */
  readonly time: (atMs: number) => string;
  /** `4 h 31 min` */
  readonly duration: (ms: number) => string;
  /** `9, 10 and 14` */
  readonly list: (items: readonly string[]) => string;
}

/** In plain `en` the month would stand before the day. */
const LOCALES = { en: "en-GB", "pt-BR": "pt-BR" } as const;

export function monthFormat(language: Language): MonthFormat {
  const locale = LOCALES[language];
  const dates = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const lists = new Intl.ListFormat(locale);
  const { duration, timeOfDay } = createFormat(language, "UTC");
  return {
    date: (atMs) => dates.format(atMs),
    time: (atMs) => timeOfDay(new Date(atMs)),
    duration,
    list: (items) => lists.format(items),
  };
}
