import type { Failure, Outcome } from "../../src/pipeline/failure.ts";
import { NO_HISTORY } from "../../src/pipeline/history.ts";
import { runPipeline, type Ports } from "../../src/pipeline/pipeline.ts";
import type { BooksApi, Memory, Served, Stats } from "../../src/pipeline/ports.ts";
import type { Run } from "../../src/pipeline/run.ts";
import { readSettings } from "../../src/settings/read.ts";
import type { Settings } from "../../src/settings/settings.ts";
import { createDoor } from "../../src/text/plain.ts";

const door = createDoor((text) => text);

export function settingsOf(inputs: Record<string, string> = {}): Settings {
  const all: Record<string, string> = {
    "api-url": "http://localhost",
    username: "etl",
    password: "secret",
    ...inputs,
  };
  const read = readSettings({ input: (name) => all[name] ?? "", workflow: "w", job: "j" }, door);
  if (read.kind === "invalid") throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

export const proved = <T>(value: T): Promise<Outcome<T>> =>
  Promise.resolve({ kind: "proved", value });
export const broken = (kind: "failed" | "unknown", failure: Failure): Promise<Outcome<never>> =>
  Promise.resolve({ kind, failure });
export const LOST: Failure = { code: "connection-lost", during: "body", detail: door("") };
export const stats = (records: number, numbers = `${records} 36.59`) =>
  proved<Stats>({ records, numbers });
export const counted = (records: number) => proved<Served>({ kind: "counted", records });

/** An API at its best; each test spoils what it is about. */
function apiOf(spoiled: Partial<BooksApi>): BooksApi {
  return {
    health: () => proved({ falseAlarms: 0 }),
    logIn: () => proved(true),
    stats: () => stats(20),
    features: () => counted(20),
    scrape: () => proved({ records: 20 }),
    train: () => proved({ artifacts: [door("a.pkl")] }),
    ...spoiled,
  };
}

/** Plays a run against an API that is spoiled in these ways. */
export async function play(
  spoiled: Partial<BooksApi> = {},
  inputs: Record<string, string> = {},
  memory: Memory = { kind: "found", history: NO_HISTORY },
  attempt = 1,
  today = new Date(0),
): Promise<Run> {
  return runPipeline(settingsOf(inputs), portsOf(spoiled, Promise.resolve(memory), attempt, today));
}

export function portsOf(
  spoiled: Partial<BooksApi>,
  memory: Promise<Memory>,
  attempt = 1,
  today = new Date(0),
): Ports {
  let nowMs = 0;
  return {
    connect: () => apiOf(spoiled),
    ledger: { recall: async () => ({ memory: await memory }) },
    clock: { nowMs: () => (nowMs += 100), today: () => today },
    pause: () => Promise.resolve(),
    attempt,
    door,
    listen: () => {},
    cancelled: new AbortController().signal,
  };
}

/** `proved proved failed waiting`: how the tasks of a run stand. */
export function states(run: Run): string {
  return run.tasks.map(({ state }) => state).join(" ");
}

export function remembered(records: number): Memory {
  const startedAt = new Date(0);
  const entry = { result: "succeeded", pipeline: "w/j", attempt: 1, records } as const;
  const url = "https://github.com/acme/books/actions/runs/6";
  const run = { url, number: 6, startedAt, result: "succeeded", entry } as const;
  return {
    kind: "found",
    history: { attempts: [], runs: [{ ...run, attempts: [{ startedAt, entry }] }] },
  };
}
