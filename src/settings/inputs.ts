import type { Door } from "../text/plain.ts";
import { optionalPath, path, type Parsed, type Parser } from "./parse.ts";
import type { SettingsProblem } from "./settings.ts";

/** The inputs as the runner hands them over, and the names it gives to the workflow and the job. */
export interface InputSource {
  /** Empty when it is not set. Secrets come as they are, everything else without white space around it. */
  input(name: string): string;
  readonly workflow: string;
  readonly job: string;
}

/** Reads each input once. What is wrong with one is kept, and its default goes on. */
export interface Inputs {
  /** All of them so far, in the order in which they were read. */
  readonly problems: readonly SettingsProblem[];
  /** An empty one means its default, so that an unset `${{ vars.X }}` is harmless. */
  optional<T>(input: string, fallback: T, parse: Parser<T>): T;
  /** Empty when it is missing, which is a problem. */
  required(input: string): string;
  path(input: string, fallback: string): string;
  /** A path, or `undefined` where `none` switches it off. */
  switchable(input: string, fallback: string): string | undefined;
  /** Keeps what is wrong with an input that was looked at elsewhere. */
  take<T>(input: string, parsed: Parsed<T>): T | undefined;
}

/** @param forAddresses the door for what should be an address or a path */
export function openInputs(source: InputSource, door: Door, forAddresses: Door): Inputs {
  const problems: SettingsProblem[] = [];

  function take<T>(input: string, parsed: Parsed<T>): T | undefined {
    if ("value" in parsed) return parsed.value;
    problems.push({ input, ...parsed.problem });
    return undefined;
  }
  function optional<T>(input: string, fallback: T, parse: Parser<T>, through = door): T {
    const text = source.input(input);
    return text === "" ? fallback : (take(input, parse(text, through)) ?? fallback);
  }
  return {
    problems,
    take,
    optional: (input, fallback, parse) => optional(input, fallback, parse),
    path: (input, fallback) => optional(input, fallback, path, forAddresses),
    required(input) {
      const text = source.input(input);
      return text === "" ? (take<string>(input, { problem: { kind: "missing" } }) ?? "") : text;
    },
    // `undefined` is a value here (switched off), so it must not fall back as a problem does.
    switchable(input, fallback) {
      const text = source.input(input);
      return text === "" ? fallback : take(input, optionalPath(text, forAddresses));
    },
  };
}
