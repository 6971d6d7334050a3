/** What a clock on a wall and a calendar beside it show. Months count from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * Reads the wall time in a zone of the IANA data base. Only a zone other than UTC needs Intl, whose
 * first use takes 15 ms, and each formatter of it another tenth of one: hence one a zone.
 */
export function wallClock(timeZone: string): (date: Date) => WallTime {
  if (timeZone === "UTC") return fields;
  let format: Intl.DateTimeFormat | undefined;
  return (date) => {
    format ??= new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    const parts = new Map(
      format.formatToParts(date).map(({ type, value }) => [type, Number(value)]),
    );
    const part = (type: keyof WallTime) => parts.get(type) ?? 0;
    return {
      year: part("year"),
      month: part("month"),
      day: part("day"),
      hour: part("hour"),
      minute: part("minute"),
    };
  };
}

function fields(date: Date): WallTime {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}
