import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import {
  BadUse,
  faultLines,
  MAX_BOOKS,
  MAX_LATENCY_MS,
  MAX_PORT,
  numberIn,
  refuseSwallowed,
} from "../command-line.ts";
import { LANGUAGES, type Language } from "../../src/settings/settings.ts";
import { Faults, type Fault, type FaultName } from "../faults.ts";
import {
  DOWN,
  MAX_DAYS,
  MONTH_BOOKS,
  readMonth,
  refuseMonthOptions,
  type MonthOptions,
} from "../month/options.ts";
import { DEFAULT_BOOKS } from "../sandbox.ts";

export const COMMAND = "npm start";

export interface StartOptions {
  readonly books: number;
  readonly latencyMs: number;
  readonly port: number;
  /** Of the one run; those of a month have their days. */
  readonly faults: readonly Fault[];
  readonly language: Language;
  /** Many days instead of one run. */
  readonly month?: MonthOptions;
}

const OPTIONS = {
  books: { type: "string" },
  "latency-ms": { type: "string", default: "0" },
  port: { type: "string", default: "0" },
  language: { type: "string", default: "en" },
  fault: { type: "string", multiple: true, default: [] },
  days: { type: "string" },
  late: { type: "string", multiple: true, default: [] },
  miss: { type: "string", multiple: true, default: [] },
  rerun: { type: "string", multiple: true, default: [] },
  help: { type: "boolean", default: false },
} satisfies ParseArgsOptionsConfig;

/** Where a fault is not the end of the run, or not at once. */
const REMARKS: Readonly<Partial<Record<FaultName, string>>> = {
  "slow-shop": " (green after 6 min, or 30 s with --books 60)",
  "database-down": " (red after 10 s)",
  "database-restarted": " (green)",
  "stale-stats": " (green)",
  "tokens-expire-once": " (green)",
  "token-dies": " (green)",
  "new-key": " (green)",
  "slow-answers": " (green)",
  "killed-worker": " (green; red with killed-worker:0.1)",
  "call-limit": " (green; red after 2 min with call-limit:1)",
  "html-health": " (red after 10 s)",
  gunicorn: " (green; for use with crash)",
};

export const HELP = `Usage: npm start -- [options]

Runs the pipeline, as GitHub would, against a bookshop and a books API on this machine.
The summary is left in the folder "out"; the exit code is the pipeline's.

  --books N          books in the shop (${DEFAULT_BOOKS}; with --days ${MONTH_BOOKS}, and a few more each week)
  --latency-ms N     what each page of the shop takes (0)
  --port N           port of the API (the system chooses)
  --language NAME    ${LANGUAGES.join(" or ")} (en)
  --fault NAME       something that goes wrong; may be given many times
  --help             this text

Many days, one run a day, with a GitHub that remembers them; the exit code is 0. A DAY is
a number, or a range such as 20..22; what has a DAY may be given many times.

  --days N           plays N days, 1 to ${MAX_DAYS}: npm start -- --days 30 --fault half-shop@12
  --fault NAME@DAY   a fault on these days only; also ${DOWN}: the API refuses connections
  --late DAY         the schedule starts the run hours late
  --miss DAY         the schedule does not start it at all
  --rerun DAY        the run is run again, once what was wrong has been mended

Faults, some with a number after a colon. The day before them was a good one. The run
ends red within seconds, unless a line says otherwise:
${faultLines((name) => REMARKS[name] ?? "")}
`;

/** Reads the arguments of `npm start`; "help" when they ask for it. Throws what explainBadUse knows. */
export function readArguments(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): StartOptions | "help" {
  refuseSwallowed(COMMAND, Object.keys(OPTIONS), environment);
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return "help";
  const { days, ...others } = values;
  const options = {
    latencyMs: numberIn("latency-ms", values["latency-ms"], MAX_LATENCY_MS),
    port: numberIn("port", values.port, MAX_PORT),
    language: readLanguage(values.language),
  };
  const books = (usual: number) => numberIn("books", values.books ?? String(usual), MAX_BOOKS);
  if (days === undefined) {
    refuseMonthOptions(others);
    return { ...options, books: books(DEFAULT_BOOKS), faults: new Faults(values.fault).list() };
  }
  const month = readMonth({ ...others, days });
  return { ...options, books: books(MONTH_BOOKS), faults: [], month };
}

function readLanguage(text: string): Language {
  const language = LANGUAGES.find((known) => known === text);
  if (language !== undefined) return language;
  throw new BadUse(`--language must be ${LANGUAGES.join(" or ")}, not "${text}"`);
}
