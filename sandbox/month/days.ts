import { BadUse } from "../command-line.ts";

/** The days that an option names, each from 1 to the last one. */
export type Days = ReadonlySet<number>;

/** `12`, or `20..22`; throws BadUse that names the option and says what would be right. */
export function parseDays(option: string, text: string, last: number): Days {
  const [, from = "", to = from] = /^(\d{1,2})(?:\.\.(\d{1,2}))?$/u.exec(text) ?? [];
  const [first, end] = [Number(from), Number(to)];
  if (first < 1 || end > last || end < first) {
    const range = last > 1 ? `, or a range such as 1..${last}` : "";
    throw new BadUse(`${option} must be a day from 1 to ${last}${range}, not "${text}"`);
  }
  return new Set(Array.from({ length: end - first + 1 }, (_, index) => first + index));
}

/** All the days of an option that may be given many times. */
export function parseAllDays(option: string, texts: readonly string[], last: number): Days {
  return new Set(texts.flatMap((text) => [...parseDays(option, text, last)]));
}
