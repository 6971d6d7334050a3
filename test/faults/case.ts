import type { FailureCode } from "../../src/pipeline/failure.ts";
import type { Result, TaskName } from "../../src/pipeline/names.ts";
import type { Fault } from "../../sandbox/faults.ts";
import type { ActionRun } from "../../sandbox/runner.ts";
import type { Setting, Stage } from "./stage.ts";
import type { Script, Wire } from "./api.ts";

/** The same words in both languages of the documentation. */
export type Said = readonly [en: string, ptBR: string];

/** How a run ends, written by hand. */
export interface End {
  readonly result: Result;
  /** Empty when it succeeded. */
  readonly code: FailureCode | "";
  /** The task that did not prove its work; the one under test unless it is given. */
  readonly task?: TaskName;
  /** How many requests the API got to scrape and to train. */
  readonly calls: readonly [scrape: number, train: number];
  /** Stands in the summary, word by word; overrides the one of the case. */
  readonly reads?: Said;
  /** Other requests that matter, by the task that made them. */
  readonly heard?: Partial<Readonly<Record<TaskName, number>>>;
}

/** One line of a table: something goes wrong at one task, or at one after the other. */
export interface Case {
  /** In English it is the name of its test. */
  readonly what: Said;
  /** What the requests of that task meet: every one of them, or one after the other. */
  readonly wire?: Wire | readonly (Wire | undefined)[];
  /** What the other calls meet. */
  readonly script?: Script;
  /** A world of its own around the API: a proxy, a certificate, a name service. */
  readonly world?: (stage: Stage, script: Script, task: TaskName) => Promise<Setting>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly ends: Partial<Readonly<Record<TaskName, End>>>;
  /** Stands in the summary, word by word, but for the kind of its spaces. */
  readonly reads: Said;
  /** The least time between the first two requests of that task, in ms. */
  readonly waitsMs?: number;
  /** Other secrets than the password and the tokens, none of which may be shown. */
  readonly secrets?: readonly string[];
  /** Whatever stands nowhere in what the run says. */
  readonly unsaid?: readonly string[];
  /** What must hold of the run besides; an assertion throws. */
  readonly also?: (run: ActionRun) => void;
}

/** What another file tests on the bundle: it is not tested here again. */
export interface Elsewhere {
  readonly what: Said;
  readonly ends: Said;
  readonly file: string;
  /** The beginning of the test's name as the file writes it. */
  readonly test: string;
}

/** One row of the catalogue of faults. */
export interface FaultClass {
  /** Of its file in this folder, and of its test. */
  readonly id: string;
  readonly title: Said;
  /** What people can rely on. */
  readonly promise: Said;
  readonly cases: readonly Case[];
  readonly elsewhere?: readonly Elsewhere[];
}

/** The task had it in hand, and it is known that it was not done. */
export function failed(code: FailureCode, calls: End["calls"], more: Partial<End> = {}): End {
  return { result: "failed", code, calls, ...more };
}

/** The call was sent, and nobody knows whether it was done. */
export function unknown(code: FailureCode, calls: End["calls"], more: Partial<End> = {}): End {
  return { result: "unknown", code, calls, ...more };
}

export function succeeded(calls: End["calls"] = [1, 1], more: Partial<End> = {}): End {
  return { result: "succeeded", code: "", calls, ...more };
}

type Ends = Case["ends"];

/**
 * The answer is lost. Scrape and training may have happened and are not sent again; log-in and reads
 * are, as often as {@link QUICK} says.
 */
export function lost(code: FailureCode): Ends {
  return {
    login: failed(code, [0, 0], { heard: { login: 2 } }),
    scrape: unknown(code, [1, 0]),
    gate: failed(code, [1, 0], { heard: { gate: 2 } }),
    train: unknown(code, [1, 1]),
  };
}

/** The same at the two calls that change something. */
export function lostEffect(code: FailureCode): Ends {
  return { scrape: unknown(code, [1, 0]), train: unknown(code, [1, 1]) };
}

/** The same cases at these tasks alone, where one of their kind is played at all of them. */
export function onlyAt(tasks: readonly TaskName[], cases: readonly Case[]): readonly Case[] {
  return cases.map((one) => ({
    ...one,
    ends: Object.fromEntries(tasks.map((task) => [task, one.ends[task]])),
  }));
}

/** A world of the API as it really is, with faults of its own; the sandbox has them. */
export function really(...faults: readonly Fault[]): NonNullable<Case["world"]> {
  return async (stage) => ({ url: (await stage.sandbox({ faults })).url });
}

/** One new try, so that a case is over in a second. */
export const QUICK = { retries: "1" } as const;

/** Every wait of the pipeline ends after two seconds. */
export const IMPATIENT = {
  ...QUICK,
  "warm-up": "2s",
  "login-timeout": "2s",
  "scrape-timeout": "2s",
  "training-timeout": "2s",
  "read-timeout": "2s",
} as const;
