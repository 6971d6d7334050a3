import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import * as v from "valibot";
import type { Door } from "../text/plain.ts";
import { VERSION } from "../version.ts";
import { eventSchema } from "./event-schema.ts";
import type { JournalEvent, JournalHead } from "./journal.ts";

/** What the main step left to its post step. */
export type LeftJournal =
  /** The main step told its run, or never came to have one. */
  | { readonly kind: "none" }
  | { readonly kind: "read"; readonly startedAt: Date; readonly events: readonly JournalEvent[] }
  /** There is one, but not as we write it. */
  | { readonly kind: "unreadable" };

/** A request is a line of some 250 bytes: more than a run of days makes. */
const MAX_BYTES = 32 * 1024 * 1024;
/** Opening a pipe must not wait for a writer. */
const READ = constants.O_RDONLY | constants.O_NONBLOCK;

/** Strict, as anything on the machine may have written there: one line that is not ours, and all of it is not. */
export function readLeftJournal(path: string, door: Door): LeftJournal {
  if (path === "") return { kind: "none" };
  try {
    return parseJournal(textOf(path), door);
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { kind: isGone ? "none" : "unreadable" };
  }
}

/** @throws Error when the text is no journal */
function parseJournal(text: string, door: Door): LeftJournal {
  // Behind the last line break is what a kill cut short.
  const [first = "", ...rest] = text.split("\n").slice(0, -1);
  const event = eventSchema(door);
  const { startedAt } = v.parse(head, JSON.parse(first));
  const events = rest.map((line) => v.parse(event, JSON.parse(line)));
  return { kind: "read", startedAt, events };
}

const head = v.object({
  version: v.literal(VERSION),
  startedAt: v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.transform((text) => new Date(text)),
    // ISO 8601 lets through what `Date` does not read.
    v.date(),
  ),
} satisfies Record<keyof JournalHead, v.GenericSchema<unknown, unknown>>);

/** @throws Error when it is no file that can be read, or too large */
function textOf(path: string): string {
  const file = openSync(path, READ);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > MAX_BYTES) throw new Error("not a journal");
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}
