import { FAILURE_CODES, type FailureCode } from "./failure.ts";
import { RESULTS, TASK_NAMES, type Result, type TaskName } from "./names.ts";

/**
 * What a run leaves behind for the next ones: one notice annotation, readable by people.
 *
 * title `Orquestra: succeeded`,
 * message `v=1 pipeline=daily attempt=1 records=1000 before=997 scrape=62.1 train=4.0 artifacts=3`
 */
export interface LedgerEntry {
  readonly result: Result;
  readonly pipeline: string;
  /** Counts from 1. */
  readonly attempt: number;
  readonly records?: number;
  readonly before?: number;
  readonly scrapeSeconds?: number;
  readonly trainingSeconds?: number;
  readonly artifacts?: number;
  readonly failed?: TaskName;
  readonly code?: FailureCode;
  /** Absent for a run that was to do the pipeline's work. */
  readonly mode?: LedgerMode;
}

/** A preflight changes nothing, and says nothing of how the pipeline itself fares. */
export type LedgerMode = (typeof LEDGER_MODES)[number];
const LEDGER_MODES = ["preflight"] as const;

const VERSION = "1";
const TITLE = "Orquestra: ";
/** GitHub keeps 64 KiB of an annotation; a line of ours is under 400 characters. */
const MAX_LINE_CHARS = 1024;

export function ledgerTitle(entry: LedgerEntry): string {
  return `${TITLE}${entry.result}`;
}

export function ledgerLine(entry: LedgerEntry): string {
  const pairs: readonly (readonly [string, string | number | undefined])[] = [
    ["v", VERSION],
    ["pipeline", quoted(entry.pipeline)],
    ["attempt", entry.attempt],
    ["records", entry.records],
    ["before", entry.before],
    ["scrape", entry.scrapeSeconds?.toFixed(1)],
    ["train", entry.trainingSeconds?.toFixed(1)],
    ["artifacts", entry.artifacts],
    ["failed", entry.failed],
    ["code", entry.code],
    ["mode", entry.mode],
  ];
  return pairs
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${value}`)
    .join(" ");
}

/**
 * Reads an annotation back, strictly: other versions, unknown or repeated keys, and values that
 * we would not have written are nobody's ledger line (`undefined`), as anyone who can run a
 * workflow in the repository can write an annotation.
 */
export function parseLedger(title: string, line: string): LedgerEntry | undefined {
  const result = RESULTS.find((known) => title === `${TITLE}${known}`);
  const pairs = parseLogfmt(line);
  if (!result || !pairs || pairs.get("v") !== VERSION) return undefined;
  pairs.delete("v");

  const entry: Record<string, unknown> = { result };
  for (const [key, value] of pairs) {
    const field = FIELDS[key];
    const read = field?.parse(value);
    if (!field || read === undefined) return undefined;
    entry[field.name] = read;
  }
  return "pipeline" in entry && "attempt" in entry ? (entry as unknown as LedgerEntry) : undefined;
}

interface Field {
  readonly name: keyof LedgerEntry;
  readonly parse: (value: string) => unknown;
}

const FIELDS: Readonly<Record<string, Field | undefined>> = Object.assign(Object.create(null), {
  pipeline: { name: "pipeline", parse: (value) => value || undefined },
  attempt: { name: "attempt", parse: (value) => integer(value) || undefined },
  records: { name: "records", parse: integer },
  before: { name: "before", parse: integer },
  scrape: { name: "scrapeSeconds", parse: seconds },
  train: { name: "trainingSeconds", parse: seconds },
  artifacts: { name: "artifacts", parse: integer },
  failed: { name: "failed", parse: (value) => TASK_NAMES.find((known) => known === value) },
  code: { name: "code", parse: (value) => FAILURE_CODES.find((known) => known === value) },
  mode: { name: "mode", parse: (value) => LEDGER_MODES.find((known) => known === value) },
} satisfies Record<string, Field>);

function integer(value: string): number | undefined {
  const number = /^(0|[1-9]\d*)$/.test(value) ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

function seconds(value: string): number | undefined {
  return /^\d{1,8}\.\d$/.test(value) ? Number(value) : undefined;
}

/** A name of a pipeline is free text for its users: quoted when it is more than one plain word. */
function quoted(name: string): string {
  return /^[^\s"=\\]+$/.test(name) ? name : `"${name.replace(/["\\]/g, "\\$&")}"`;
}

/** logfmt as `kr/logfmt` defines it, without bare keys: `key=word key="quoted \" words"`. */
function parseLogfmt(line: string): Map<string, string> | undefined {
  if (line.length > MAX_LINE_CHARS) return undefined;
  const pairs = new Map<string, string>();
  const pair = /(?:^| )([a-z]+)=(?:"((?:[^"\\]|\\["\\])*)"|([^\s"=\\]+))(?= |$)/gy;
  let end = 0;
  for (let match = pair.exec(line); match; match = pair.exec(line)) {
    const [, key = "", inQuotes, word = ""] = match;
    if (pairs.has(key)) return undefined;
    pairs.set(key, inQuotes === undefined ? word : inQuotes.replace(/\\(["\\])/g, "$1"));
    end = pair.lastIndex;
  }
  return end === line.length ? pairs : undefined;
}
