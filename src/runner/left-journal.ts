import * as v from "valibot";
import type { Door } from "../text/plain.ts";
import { VERSION } from "../version.ts";
import { eventSchema, tickSchema } from "./event-schema.ts";
import type { JournalEvent, JournalHead, JournalTick } from "./journal.ts";
import { readRegularFile } from "./regular-file.ts";

/** What the main step left to its post step. */
export type LeftJournal =
  /** The main step told everybody, or never came to have a run. */
  | { readonly kind: "none" }
  | {
      readonly kind: "read";
      readonly startedAt: Date;
      readonly events: readonly JournalEvent[];
      /** What is written of its report. */
      readonly ticks: readonly JournalTick[];
    }
  /** There is one, but not as we write it. */
  | { readonly kind: "unreadable" };

/** A request is a line of some 250 bytes: more than a run of days makes. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Strict, as anything on the machine may have written there: one line that is not ours, and all of it is not. */
export function readLeftJournal(path: string, door: Door): LeftJournal {
  if (path === "") return { kind: "none" };
  try {
    return parseJournal(readRegularFile(path, MAX_BYTES), door);
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { kind: isGone ? "none" : "unreadable" };
  }
}

/** @throws Error when the text is no journal */
function parseJournal(text: string, door: Door): LeftJournal {
  // Behind the last line break is what a kill cut short.
  const [first = "", ...rest] = text.split("\n").slice(0, -1);
  const { startedAt } = v.parse(head, JSON.parse(first));
  const entry = v.union([eventSchema(door), tickSchema(door)]);
  const entries = rest.map((line) => v.parse(entry, JSON.parse(line)));
  return {
    kind: "read",
    startedAt,
    events: entries.filter((one) => one.kind !== "told"),
    ticks: entries.filter((one) => one.kind === "told"),
  };
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
