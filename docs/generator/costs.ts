import type { Language } from "../../src/settings/settings.ts";
import { LABELS } from "./labels.ts";
import { LAYOUTS, PLANS, SCRAPES, type Layout } from "./layouts.ts";
import { minutesARun } from "./minutes.ts";
import { code, table } from "./tables.ts";

/** Every layout with what it takes of each plan, a line for each shop that makes a difference. */
export function costsTable(language: Language): string {
  const labels = LABELS[language];
  const number = new Intl.NumberFormat(language);
  const plans = PLANS.map(({ name, minutes }) => `${name}: ${number.format(minutes)}`);
  const head = [labels.layout, labels.page, labels.jobs, labels.minutesARun, labels.minutesAMonth];
  const rows = LAYOUTS.flatMap((layout) => rowsOf(layout, language));
  return table([...head, ...plans], rows);
}

function rowsOf({ file, jobSeconds, runsAMonth }: Layout, language: Language): string[][] {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const rows = SCRAPES.map(({ pageMs, scrapeSeconds }) => {
    const jobs = jobSeconds(scrapeSeconds);
    const run = minutesARun(jobs);
    const month = run * runsAMonth;
    const shares = PLANS.map(({ minutes }) => `${percent.format((month / minutes) * 100)} %`);
    return { page: `${pageMs} ms`, cells: [jobs.length, run, month].map(number.format), shares };
  });
  const [first] = rows;
  const isAlike = rows.every(({ cells }) => cells.join() === first?.cells.join());
  return (isAlike && first ? [{ ...first, page: "" }] : rows).map(({ page, cells, shares }) => [
    code(file),
    page,
    ...cells,
    ...shares,
  ]);
}
