import { BadUse, numberIn } from "../command-line.ts";
import { readFault, type Fault } from "../faults.ts";
import { parseAllDays, parseDays, type Days } from "./days.ts";

/** Not one of the sandbox's own faults: what is down can have none. */
export const DOWN = "down";
/** Two digits; GitHub keeps the runs of 90 days. */
export const MAX_DAYS = 99;
/** Enough to see a drop, and few enough for a day in less than a second. */
export const MONTH_BOOKS = 200;

/** What goes wrong, and on which days. */
export interface DatedFault {
  readonly fault: Fault | typeof DOWN;
  readonly days: Days;
}

export interface MonthOptions {
  readonly days: number;
  readonly faults: readonly DatedFault[];
  /** Started hours late. */
  readonly late: Days;
  /** Never started. */
  readonly missed: Days;
  /** Run again, once what was wrong has been mended. */
  readonly rerun: Days;
}

/** The options of `npm start` that make a month, as they came. */
export interface MonthValues {
  readonly days: string;
  readonly fault: readonly string[];
  readonly late: readonly string[];
  readonly miss: readonly string[];
  readonly rerun: readonly string[];
}

/** Reads what a month is made of. Throws what explainBadUse knows. */
export function readMonth(values: MonthValues): MonthOptions {
  const days = numberIn("days", values.days, MAX_DAYS, 1);
  const month: MonthOptions = {
    days,
    faults: values.fault.map((text) => parseFault(text, days)),
    late: parseAllDays("--late", values.late, days),
    missed: parseAllDays("--miss", values.miss, days),
    rerun: parseAllDays("--rerun", values.rerun, days),
  };
  refuseBoth("late", month.late, month.missed);
  refuseBoth("rerun", month.rerun, month.missed);
  return month;
}

/** Refuses what only a month has. */
export function refuseMonthOptions(values: Omit<MonthValues, "days">): void {
  for (const option of ["late", "miss", "rerun"] as const) {
    const [day] = values[option];
    if (day !== undefined) throw needsDays(`--${option} ${day}`);
  }
  const dated = values.fault.find((text) => text.includes("@") || text === DOWN);
  if (dated !== undefined) {
    throw needsDays(`--fault ${dated.includes("@") ? dated : `${dated}@2`}`);
  }
}

function needsDays(argument: string): BadUse {
  return new BadUse(`${argument} is a day of many: it needs --days, as in --days 30 ${argument}`);
}

/** `half-shop:30@12`, `down@20..22` */
function parseFault(text: string, last: number): DatedFault {
  const [, name = text, when] = /^([^@]*)@(.*)$/u.exec(text) ?? [];
  const fault = name === DOWN ? DOWN : readFault(name, [DOWN]);
  if (when === undefined) {
    throw new BadUse(`With --days a fault has its days: --fault ${text}@1, or ${text}@1..${last}`);
  }
  return { fault, days: parseDays(`The day of --fault ${name}`, when, last) };
}

function refuseBoth(option: string, days: Days, missed: Days): void {
  for (const day of days) {
    if (missed.has(day)) {
      throw new BadUse(`--${option} ${day} cannot be, as --miss says that day ${day} has no run`);
    }
  }
}
