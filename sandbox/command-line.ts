import { types } from "node:util";
import { errorCode } from "./error-code.ts";
import { FAULTS, UnknownFault, type FaultKind } from "./faults.ts";

/** The exit code of a command that was called in a way it does not know. */
export const BAD_USE_EXIT_CODE = 2;
/** More than that is no bookshop, and the similarity of all books to all others would not fit in memory. */
export const MAX_BOOKS = 10_000;
export const MAX_LATENCY_MS = 600_000;
export const MAX_PORT = 65_535;

/** Something the person at the keyboard can put right. */
export class BadUse extends Error {
  override name = "BadUse";
}

/** The whole number that an option holds. */
export function numberIn(option: string, text: string, max: number): number {
  const number = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (number <= max) return number;
  throw new BadUse(`--${option} must be a whole number from 0 to ${max}, not "${text}"`);
}

/** What to tell the person about an error; undefined for one that is our own. */
export function explainBadUse(error: unknown): string | undefined {
  if (error instanceof BadUse || error instanceof UnknownFault) return error.message;
  if (!types.isNativeError(error)) return undefined;
  const code = errorCode(error);
  if (code === "EADDRINUSE") return "That port is in use already; choose another with --port.";
  if (code === "EACCES")
    return "That port needs more rights than you have; choose another with --port.";
  return code.startsWith("ERR_PARSE_ARGS_") ? error.message : undefined;
}

/** All faults with their meaning, a line each, for a `--help`. */
export function faultLines(): string {
  return Object.entries<FaultKind>(FAULTS)
    .map(([name, { means, usual }]) => {
      const usage = usual === undefined ? name : `${name}[:${usual}]`;
      return `    ${usage.padEnd(22)} ${means}`;
    })
    .join("\n");
}
