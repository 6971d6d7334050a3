import { types } from "node:util";
import { errorCode } from "./error-code.ts";
import { FAULTS, UnknownFault, type FaultKind, type FaultName } from "./faults.ts";

/** The exit code of a command that was called in a way it does not know. */
export const BAD_USE_EXIT_CODE = 2;
/** More than that is no bookshop, and the similarity of all books to all others would not fit in memory. */
export const MAX_BOOKS = 10_000;
export const MAX_LATENCY_MS = 600_000;
export const MAX_PORT = 65_535;
/** Above those that only an administrator may open. */
const FREE_PORT = 5_001;

/** Something the person at the keyboard can put right. */
export class BadUse extends Error {
  override name = "BadUse";
}

/** The whole number that an option holds. */
export function numberIn(option: string, text: string, max: number, min = 0): number {
  const number = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new BadUse(`--${option} must be a whole number from ${min} to ${max}, not "${text}"`);
}

/** How the person called us, for advice that can be typed as it stands. */
export type Command = "npm start" | "npm run sandbox";

/**
 * Refuses options that never arrived: without a `--` before them npm takes them for its own, and all
 * that is left of them is its environment.
 */
export function refuseSwallowed(
  command: Command,
  options: readonly string[],
  environment: NodeJS.ProcessEnv,
): void {
  const swallowed = options.find(
    (option) => environment[`npm_config_${option.replaceAll("-", "_")}`] !== undefined,
  );
  if (swallowed === undefined) return;
  throw new BadUse(
    `npm kept --${swallowed} for itself. Did you forget the -- after ${command}? ${command} -- --${swallowed} …`,
  );
}

/** What to tell the person about an error; undefined for one that is our own. */
export function explainBadUse(error: unknown, command: Command): string | undefined {
  if (error instanceof BadUse || error instanceof UnknownFault) return error.message;
  if (!types.isNativeError(error)) return undefined;
  const code = errorCode(error);
  if (code === "EADDRINUSE") return `${portOf(error)} is in use: ${otherPort(error, command)}`;
  if (code === "EACCES") {
    return `${portOf(error)} needs more rights than you have: ${command} -- --port ${FREE_PORT}`;
  }
  return code.startsWith("ERR_PARSE_ARGS_") ? error.message : undefined;
}

function portOf(error: Error): string {
  return "port" in error ? `Port ${String(error.port)}` : "That port";
}

function otherPort(error: Error, command: Command): string {
  const next = "port" in error ? Number(error.port) + 1 : Number.NaN;
  return `${command} -- --port ${next <= MAX_PORT ? next : 0}`;
}

/** All faults with their meaning, a line each, for a `--help`. */
export function faultLines(remarkOn: (name: FaultName) => string = () => ""): string {
  return Object.entries<FaultKind>(FAULTS)
    .map(([name, { means, usual }]) => {
      const usage = usual === undefined ? name : `${name}[:${usual}]`;
      return `    ${usage.padEnd(22)} ${means}${remarkOn(name as FaultName)}`;
    })
    .join("\n");
}
